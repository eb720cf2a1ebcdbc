import type { OperationTable } from "./operation-words.ts";

/** Development environments: notebooks, their images and apps. */
export const notebookOperations: OperationTable = {
  createNotebook: { en: ["create", "created", "a notebook"], zh: ["创建", "Notebook实例"] },
  getNotebook: { en: ["view", "viewed", "a notebook"], zh: ["查询", "Notebook实例"] },
  listNotebook: { en: ["list", "listed", "notebooks"], zh: ["查询", "Notebook实例列表"] },
  listallNotebook: {
    en: ["list", "listed", "all notebooks"],
    zh: ["查询", "所有Notebook实例列表"],
  },
  openNotebook: { en: ["open", "opened", "a notebook"], zh: ["打开", "Notebook实例"] },
  updateNotebook: { en: ["update", "updated", "a notebook"], zh: ["更新", "Notebook实例"] },
  startNotebook: { en: ["start", "started", "a notebook"], zh: ["启动", "Notebook实例"] },
  stopNotebook: { en: ["stop", "stopped", "a notebook"], zh: ["停止", "Notebook实例"] },
  deleteNotebook: { en: ["delete", "deleted", "a notebook"], zh: ["删除", "Notebook实例"] },
  // An image is saved from a notebook or registered: the trace name does not tell which.
  createNotebookImage: {
    en: ["create", "created", "a notebook image"],
    zh: ["创建", "Notebook镜像"],
  },
  getNotebookImage: { en: ["view", "viewed", "a notebook image"], zh: ["查询", "Notebook镜像"] },
  listNotebookImage: {
    en: ["list", "listed", "notebook images"],
    zh: ["查询", "Notebook镜像列表"],
  },
  updateNotebookImage: {
    en: ["synchronize the status of", "synchronized the status of", "a notebook image"],
    zh: ["为Notebook镜像", "同步", "状态"],
  },
  deleteNotebookImage: {
    en: ["delete", "deleted", "a notebook image"],
    zh: ["删除", "Notebook镜像"],
  },
  listNotebookImageGroups: {
    en: ["list", "listed", "notebook image groups"],
    zh: ["查询", "Notebook镜像组列表"],
  },
  createNotebookApp: { en: ["create", "created", "a NotebookApp"], zh: ["创建", "NotebookApp"] },
  updateNotebookApp: {
    en: ["change the CodeLab flavor of", "changed the CodeLab flavor of", "a NotebookApp"],
    zh: ["为NotebookApp", "切换", "CodeLab规格"],
  },
  deleteNotebookApp: { en: ["delete", "deleted", "a NotebookApp"], zh: ["删除", "NotebookApp"] },
  // The old version.
  create_instance: {
    en: ["create", "created", "an old-version notebook"],
    zh: ["创建", "旧版Notebook实例"],
  },
  delete_instance: {
    en: ["delete", "deleted", "an old-version notebook"],
    zh: ["删除", "旧版Notebook实例"],
  },
  change_instance_status: {
    en: ["start or stop", "started or stopped", "an old-version notebook"],
    zh: ["启动或停止", "旧版Notebook实例"],
  },
};
