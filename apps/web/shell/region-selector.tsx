import { Select } from "@mantine/core";
import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { regionById } from "@trace-console/contracts/regions";
import { useSearchParams } from "react-router-dom";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import { fieldList, selectText } from "../ui/field-list.ts";
import { PinIcon } from "../ui/icons.tsx";
import { useFieldText } from "../ui/use-field-text.ts";
import { regionName, sortRegions, traceCount, withRegion } from "./scope.ts";
import type { RegionEntry } from "./scope.ts";
import { refreshRegions } from "./session.ts";
import { texts } from "./texts.ts";
import styles from "./shell.module.css";

/** Whether a typed text finds a region: by its id or by its name in either language. */
function isFound(item: ComboboxItem, text: string): boolean {
  const { name, name_zh = "" } = regionById(item.value);
  return [name, item.value, name_zh].some((known) => known.toLowerCase().includes(text));
}

const filterRegions: OptionsFilter = ({ options, search }) => {
  const text = search.trim().toLowerCase();
  return options.map((option) =>
    "group" in option
      ? { ...option, items: option.items.filter((item) => isFound(item, text)) }
      : option,
  );
};

/** Chooses the region of the page; those that hold traces come first, with their count. */
export function RegionSelector({ regions }: { regions: readonly RegionEntry[] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const chosen = params.get("region") ?? "";
  const sorted = sortRegions(regions);
  const counts = new Map(sorted.map((region) => [region.id, traceCount(region)]));
  const known = sorted.find((region) => region.id === chosen);
  const text = useFieldText(known === undefined ? "" : regionName(known, language));
  const toItem = (region: RegionEntry) => ({
    value: region.id,
    label: regionName(region, language),
  });
  return (
    <Select
      className={styles.selector}
      classNames={{ input: styles.selectorInput, section: styles.selectorSection }}
      aria-label={t.region}
      size="xs"
      leftSection={<PinIcon />}
      comboboxProps={fieldList(320)}
      searchable
      onFocus={selectText}
      onClick={selectText}
      {...text}
      onDropdownOpen={() => refreshRegions(client)}
      allowDeselect={false}
      withCheckIcon={false}
      nothingFoundMessage={t.noSuchRegion}
      placeholder={chosen === "" || known !== undefined ? t.selectRegion : chosen}
      filter={filterRegions}
      data={[
        {
          group: t.regionsWithTraces,
          items: sorted.filter((region) => traceCount(region) > 0).map(toItem),
        },
        {
          group: t.otherRegions,
          items: sorted.filter((region) => traceCount(region) === 0).map(toItem),
        },
      ]}
      renderOption={({ option }) => {
        const count = counts.get(option.value) ?? 0;
        return (
          <span className={styles.region}>
            <span>{option.label}</span>
            <span className={styles.regionId}>{option.value}</span>
            <span className={styles.regionCount}>{count === 0 ? "" : t.traces(count)}</span>
          </span>
        );
      }}
      value={known?.id ?? null}
      onChange={(region) => {
        if (region !== null) setParams((now) => withRegion(now, region));
      }}
    />
  );
}
