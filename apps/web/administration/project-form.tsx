import { Button, TextInput } from "@mantine/core";
import { regions } from "@trace-console/contracts/regions";
import { useId, useState } from "react";
import type { ChangeEvent } from "react";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useLanguage } from "../language/use-language.ts";
import { useTexts } from "../language/use-texts.ts";
import { regionName } from "../shell/scope.ts";
import { useRegisterProject } from "./administration-queries.ts";
import styles from "./administration.module.css";
import { texts } from "./texts.ts";

const noProject = { project_id: "", name: "", region: "", domain_id: "" };

/** Registers a project. Its region is one that is known, or any other that is typed. */
export function ProjectForm() {
  const t = useTexts(texts).projects;
  const language = useLanguage();
  const register = useRegisterProject();
  const tell = useFailureText();
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
      <TextInput label={t.id} required {...fieldOf("project_id")} />
      <TextInput label={t.newName} required {...fieldOf("name")} />
      <TextInput label={t.newRegion} required list={regionList} {...fieldOf("region")} />
      <datalist id={regionList}>
        {regions.map((region) => (
          <option key={region.id} value={region.id}>
            {regionName(region, language)}
          </option>
        ))}
      </datalist>
      <TextInput label={t.newDomain} {...fieldOf("domain_id")} />
      <Button type="submit" size="xs" loading={register.isPending}>
        {t.register}
      </Button>
      <div className={styles.told}>
        <div role="status">{register.isSuccess ? t.registered(register.data.name) : null}</div>
        <div role="alert">{register.isError ? tell(register.error) : null}</div>
      </div>
    </form>
  );
}
