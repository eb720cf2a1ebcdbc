import { useTexts } from "../language/use-texts.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { texts } from "./texts.ts";

/** What is asked about before it is done to a user. */
export interface UserQuestion {
  readonly kind: "disable" | "end sessions" | "delete";
  readonly name: string;
}

interface UserQuestionDialogProps {
  /** Null while nothing is asked. */
  readonly question: UserQuestion | null;
  readonly onConfirm: (question: UserQuestion) => void;
  readonly onClose: () => void;
}

/** Asks before a user is shut out. */
export function UserQuestionDialog({ question, onConfirm, onClose }: UserQuestionDialogProps) {
  const t = useTexts(texts).users;
  return (
    <ConfirmDialog
      opened={question !== null}
      title={question === null ? "" : t.questions[question.kind](question.name)}
      action={question === null ? "" : t.operations[question.kind]}
      onConfirm={() => {
        if (question !== null) onConfirm(question);
      }}
      onClose={onClose}
    >
      {question === null ? null : t.effects[question.kind]}
    </ConfirmDialog>
  );
}
