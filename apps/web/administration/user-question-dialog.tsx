import { ConfirmDialog } from "../ui/confirm-dialog.tsx";

/** What is asked about before it is done to a user. */
export interface UserQuestion {
  readonly kind: "disable" | "end sessions" | "delete";
  readonly name: string;
}

interface Words {
  readonly title: string;
  readonly effect: string;
  readonly action: string;
}

const noWords: Words = { title: "", effect: "", action: "" };

function wordsFor({ kind, name }: UserQuestion): Words {
  switch (kind) {
    case "disable":
      return {
        title: `Disable ${name}?`,
        effect:
          "All their sessions end, they cannot sign in, and their access keys are refused. Roles and keys stay for the day they are enabled again.",
        action: "Disable",
      };
    case "end sessions":
      return {
        title: `End all sessions of ${name}?`,
        effect: "They have to sign in again everywhere. Their access keys go on working.",
        action: "End Sessions",
      };
    case "delete":
      return {
        title: `Delete ${name}?`,
        effect:
          "Their roles, access keys and sessions go with them. This cannot be undone. To try it first, disable them.",
        action: "Delete",
      };
  }
}

interface UserQuestionDialogProps {
  /** Null while nothing is asked. */
  readonly question: UserQuestion | null;
  readonly onConfirm: (question: UserQuestion) => void;
  readonly onClose: () => void;
}

/** Asks before a user is shut out. */
export function UserQuestionDialog({ question, onConfirm, onClose }: UserQuestionDialogProps) {
  const { title, effect, action } = question === null ? noWords : wordsFor(question);
  return (
    <ConfirmDialog
      opened={question !== null}
      title={title}
      action={action}
      onConfirm={() => {
        if (question !== null) onConfirm(question);
      }}
      onClose={onClose}
    >
      {effect}
    </ConfirmDialog>
  );
}
