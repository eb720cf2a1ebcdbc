import { Button, TextInput } from "@mantine/core";
import { regions } from "@trace-console/contracts/regions";
import { useId, useState } from "react";
import type { ChangeEvent } from "react";
import { useRegisterProject } from "./administration-queries.ts";
import styles from "./administration.module.css";

const noProject = { project_id: "", name: "", region: "", domain_id: "" };

/** Registers a project. Its region is one that is known, or any other that is typed. */
export function ProjectForm() {
  const register = useRegisterProject();
  const [project, setProject] = useState(noProject);
  const regionList = useId();
  const fieldOf = (field: keyof typeof noProject) => ({
    size: "xs",
    maxLength: 128,
    spellCheck: false,
    withAsterisk: false,
    value: project[field],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setProject((now) => ({ ...now, [field]: value }));
    },
  });
  const send = () => {
    const domain_id = project.domain_id === "" ? undefined : project.domain_id;
    register.mutate({ ...project, domain_id }, { onSuccess: () => setProject(noProject) });
  };
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (!register.isPending) send();
      }}
    >
      <TextInput label="Project ID" required {...fieldOf("project_id")} />
      <TextInput label="Project name" required {...fieldOf("name")} />
      <TextInput label="Project region" required list={regionList} {...fieldOf("region")} />
      <datalist id={regionList}>
        {regions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <TextInput label="Domain ID (optional)" {...fieldOf("domain_id")} />
      <Button type="submit" size="xs" loading={register.isPending}>
        Register Project
      </Button>
      <div className={styles.told}>
        <div role="status">
          {register.isSuccess ? `The project ${register.data.name} is registered.` : null}
        </div>
        <div role="alert">{register.error?.message}</div>
      </div>
    </form>
  );
}
