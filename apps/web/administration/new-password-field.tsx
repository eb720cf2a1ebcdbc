import { PasswordInput } from "@mantine/core";

const visibility = { "aria-label": "Show characters", tabIndex: 0 };

interface NewPasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A password for somebody else: the browser must not fill in one of its own. */
export function NewPasswordField({ label, value, onChange }: NewPasswordFieldProps) {
  return (
    <PasswordInput
      label={label}
      size="xs"
      autoComplete="new-password"
      maxLength={1024}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={visibility}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
