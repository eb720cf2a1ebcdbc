import { PasswordInput } from "@mantine/core";

interface NewPasswordFieldProps {
  readonly label: string;
  /** Names the button that shows what was typed. */
  readonly showLabel: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A password that is not yet in use: the browser must not fill in one that it knows. */
export function NewPasswordField({ label, showLabel, value, onChange }: NewPasswordFieldProps) {
  return (
    <PasswordInput
      label={label}
      size="xs"
      autoComplete="new-password"
      maxLength={1024}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ "aria-label": showLabel, tabIndex: 0 }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
