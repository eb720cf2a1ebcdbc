import { Button } from "@mantine/core";
import type { OperationList } from "@trace-console/contracts/notification-list-api";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { NamesField } from "./names-field.tsx";
import { emptyGroup } from "./notification-draft.ts";
import type { OperationsDraft } from "./notification-draft.ts";
import styles from "./notifications.module.css";
import { SuggestedInput } from "./suggested-input.tsx";
import { texts } from "./texts.ts";

type Known = OperationList["operations"];

interface OperationsFieldsProps {
  readonly groups: readonly OperationsDraft[];
  readonly known: Known;
  readonly onChange: (groups: readonly OperationsDraft[]) => void;
}

/** The operations that are chosen, in groups of one resource type each. */
export function OperationsFields({ groups, known, onChange }: OperationsFieldsProps) {
  const { form } = useTexts(texts);
  const addButton = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<number | null>(null);
  const add = () => {
    const group = emptyGroup(groups);
    setAdded(group.key);
    onChange([...groups, group]);
  };
  const remove = (key: number) => {
    // The button that was pressed goes with its group; the focus must not go as well.
    addButton.current?.focus();
    onChange(groups.filter((group) => group.key !== key));
  };
  return (
    <>
      {groups.map((group, index) => (
        <GroupFields
          key={group.key}
          title={form.group(index + 1)}
          group={group}
          known={known}
          takesFocus={group.key === added}
          onChange={(changed) =>
            onChange(groups.map((one) => (one.key === changed.key ? changed : one)))
          }
          onRemove={groups.length === 1 ? null : () => remove(group.key)}
        />
      ))}
      <Button ref={addButton} size="xs" variant="default" onClick={add}>
        {form.addGroup}
      </Button>
    </>
  );
}

interface GroupFieldsProps {
  readonly title: string;
  readonly group: OperationsDraft;
  readonly known: Known;
  /** Whether it was just asked for. */
  readonly takesFocus: boolean;
  readonly onChange: (group: OperationsDraft) => void;
  /** null for the only one, which stays. */
  readonly onRemove: (() => void) | null;
}

function GroupFields({ title, group, known, takesFocus, onChange, onRemove }: GroupFieldsProps) {
  const { form } = useTexts(texts);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus]);
  const ofService = known.filter((one) => one.service_type === group.service.trim());
  const ofResource = ofService.find((one) => one.resource_type === group.resource.trim());
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <SuggestedInput
        ref={first}
        label={form.serviceType}
        maxLength={64}
        suggestions={distinct(known.map((one) => one.service_type))}
        value={group.service}
        onChange={(service) => onChange({ ...group, service })}
      />
      <SuggestedInput
        label={form.resourceType}
        maxLength={64}
        suggestions={distinct(ofService.map((one) => one.resource_type))}
        value={group.resource}
        onChange={(resource) => onChange({ ...group, resource })}
      />
      <NamesField
        label={form.traceNames}
        description={form.traceNamesHint}
        addLabel={form.addTraceName}
        known={ofResource?.operation_list ?? []}
        text={group.names}
        required
        onChange={(names) => onChange({ ...group, names })}
      />
      {onRemove === null ? null : (
        <Button size="xs" variant="default" onClick={onRemove}>
          {form.removeGroup} <span className="visually-hidden">{title}</span>
        </Button>
      )}
    </fieldset>
  );
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== "").toSorted();
}
