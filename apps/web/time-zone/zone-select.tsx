import { Select } from "@mantine/core";
import type { OptionsFilter } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { fieldList, selectText } from "../ui/field-list.ts";
import { useFieldText } from "../ui/use-field-text.ts";
import { texts } from "./texts.ts";
import { useChooseZone } from "./use-choose-zone.ts";
import { useZone } from "./use-zone.ts";
import { isFound, zoneGroups } from "./zone-options.ts";
import styles from "./zone-select.module.css";

const filterZones: OptionsFilter = ({ options, search }) =>
  options.map((option) =>
    "group" in option
      ? { ...option, items: option.items.filter((item) => isFound(item, search)) }
      : option,
  );

export interface ZoneSelectProps {
  /** The list opens or closes: as long as it is open, Esc is for the list alone. */
  readonly onList: (isOpen: boolean) => void;
}

/** Chooses the zone in which times are written, here and on every page. */
export function ZoneSelect({ onList }: ZoneSelectProps) {
  const t = useTexts(texts);
  const zone = useZone();
  const choose = useChooseZone();
  const [now] = useState(() => Date.now());
  const groups = useMemo(() => zoneGroups(zone, now, t), [zone, now, t]);
  const chosen = groups.flatMap(({ items }) => items).find(({ value }) => value === zone);
  const text = useFieldText(chosen?.label ?? zone);
  return (
    <Select
      classNames={{ root: styles.field, label: styles.label }}
      label={t.label}
      size="xs"
      searchable
      onFocus={selectText}
      onClick={selectText}
      {...text}
      onDropdownOpen={() => onList(true)}
      onDropdownClose={() => {
        text.onDropdownClose();
        onList(false);
      }}
      selectFirstOptionOnChange
      allowDeselect={false}
      withCheckIcon={false}
      nothingFoundMessage={t.none}
      // As wide as the field.
      comboboxProps={{ ...fieldList(0), width: "target" }}
      filter={filterZones}
      data={groups}
      value={zone}
      onChange={(value) => {
        if (value !== null) choose(value);
      }}
    />
  );
}
