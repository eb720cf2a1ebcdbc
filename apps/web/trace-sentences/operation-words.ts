/** How an operation is told in both languages; the name of the resource follows its noun. */
export interface OperationWords {
  /** The noun comes with its article, which a name replaces; "" where no resource is named. */
  readonly en: readonly [infinitive: string, past: string, noun: string];
  /** 停止 训练作业 …; or with words behind the name: 为训练作业 … 添加 标签. */
  readonly zh:
    | readonly [verb: string, noun: string]
    | readonly [before: string, verb: string, object: string];
}

/** The words of operations, by trace name. */
export type OperationTable = Readonly<Record<string, OperationWords>>;
