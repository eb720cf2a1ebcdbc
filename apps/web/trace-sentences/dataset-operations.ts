import type { OperationTable } from "./operation-words.ts";

/** Data management: datasets, what is done with their samples, and the teams that label them. */
export const datasetOperations: OperationTable = {
  createDataset: { en: ["create", "created", "a dataset"], zh: ["创建", "数据集"] },
  deleteDataset: { en: ["delete", "deleted", "a dataset"], zh: ["删除", "数据集"] },
  updateDataset: { en: ["update", "updated", "a dataset"], zh: ["更新", "数据集"] },
  publishDatasetVersion: {
    en: ["publish a version of", "published a version of", "a dataset"],
    zh: ["为数据集", "发布", "版本"],
  },
  deleteDatasetVersion: {
    en: ["delete a version of", "deleted a version of", "a dataset"],
    zh: ["从数据集", "中删除", "版本"],
  },
  syncDataSource: {
    en: ["synchronize the data source of", "synchronized the data source of", "a dataset"],
    zh: ["为数据集", "同步", "数据源"],
  },
  exportDataFromDataset: {
    en: ["export data from", "exported data from", "a dataset"],
    zh: ["从数据集", "中导出", "数据"],
  },
  importSamplesToDataset: {
    en: ["import samples into", "imported samples into", "a dataset"],
    zh: ["向数据集", "导入", "样本"],
  },
  uploadSamples: {
    en: ["add samples to", "added samples to", "a dataset"],
    zh: ["向数据集", "添加", "样本"],
  },
  deleteSamples: {
    en: ["delete samples from", "deleted samples from", "a dataset"],
    zh: ["从数据集", "中删除", "样本"],
  },
  updateSamples: {
    en: ["add labels to samples of", "added labels to samples of", "a dataset"],
    zh: ["为数据集", "中的样本添加", "标签"],
  },
  createLabel: {
    en: ["create a label in", "created a label in", "a dataset"],
    zh: ["在数据集", "中创建", "标签"],
  },
  updateLabel: {
    en: ["update a label of", "updated a label of", "a dataset"],
    zh: ["在数据集", "中更新", "标签"],
  },
  deleteLabel: {
    en: ["delete a label of", "deleted a label of", "a dataset"],
    zh: ["从数据集", "中删除", "标签"],
  },
  deleteLabelWithSamples: {
    en: [
      "delete a label and its samples from",
      "deleted a label and its samples from",
      "a dataset",
    ],
    zh: ["从数据集", "中删除", "标签及其样本"],
  },
  createAutoLabelingTask: {
    en: ["create an auto labeling task for", "created an auto labeling task for", "a dataset"],
    zh: ["为数据集", "创建", "自动标注任务"],
  },
  createAutoGroupingTask: {
    en: ["create an auto grouping task for", "created an auto grouping task for", "a dataset"],
    zh: ["为数据集", "创建", "自动分组任务"],
  },
  createAutoDeployTask: {
    en: ["create an auto deployment task for", "created an auto deployment task for", "a dataset"],
    zh: ["为数据集", "创建", "自动部署任务"],
  },
  stopTask: {
    en: ["stop an auto labeling task of", "stopped an auto labeling task of", "a dataset"],
    zh: ["在数据集", "中停止", "自动标注任务"],
  },
  // Labeling by a team.
  createWorkforceTask: {
    en: ["create a team labeling task for", "created a team labeling task for", "a dataset"],
    zh: ["为数据集", "创建", "团队标注任务"],
  },
  startWorkforceTask: {
    en: ["start a team labeling task of", "started a team labeling task of", "a dataset"],
    zh: ["在数据集", "中启动", "团队标注任务"],
  },
  updateWorkforceTask: {
    en: ["update a team labeling task of", "updated a team labeling task of", "a dataset"],
    zh: ["在数据集", "中更新", "团队标注任务"],
  },
  deleteWorkforceTask: {
    en: ["delete a team labeling task of", "deleted a team labeling task of", "a dataset"],
    zh: ["从数据集", "中删除", "团队标注任务"],
  },
  updateWorkforceTaskSamples: {
    en: [
      "add labels to team labeling samples of",
      "added labels to team labeling samples of",
      "a dataset",
    ],
    zh: ["为数据集", "中的团队标注样本添加", "标签"],
  },
  reviewSamples: {
    en: ["review team labeling samples of", "reviewed team labeling samples of", "a dataset"],
    zh: ["在数据集", "中审核", "团队标注样本"],
  },
  startWorkforceSamplingTask: {
    en: [
      "start the acceptance of a team labeling task of",
      "started the acceptance of a team labeling task of",
      "a dataset",
    ],
    zh: ["在数据集", "中启动", "团队标注验收任务"],
  },
  updateWorkforceSamplingTask: {
    en: [
      "approve, reject or cancel the acceptance of a team labeling task of",
      "approved, rejected or canceled the acceptance of a team labeling task of",
      "a dataset",
    ],
    zh: ["在数据集", "中通过、驳回或取消", "团队标注验收任务"],
  },
  acceptSamples: {
    en: [
      "submit review comments on samples of",
      "submitted review comments on samples of",
      "a dataset",
    ],
    zh: ["为数据集", "中的验收样本提交", "评审意见"],
  },
  sendEmails: {
    en: ["send emails to the labeling team of", "sent emails to the labeling team of", "a dataset"],
    zh: ["向数据集", "的标注团队成员发送", "邮件"],
  },
  createWorkforce: { en: ["create", "created", "a labeling team"], zh: ["创建", "标注团队"] },
  updateWorkforce: { en: ["update", "updated", "a labeling team"], zh: ["更新", "标注团队"] },
  deleteWorkforce: { en: ["delete", "deleted", "a labeling team"], zh: ["删除", "标注团队"] },
  createWorker: {
    en: ["add a member to", "added a member to", "a labeling team"],
    zh: ["为标注团队", "创建", "成员"],
  },
  updateWorker: {
    en: ["update a member of", "updated a member of", "a labeling team"],
    zh: ["在标注团队", "中更新", "成员"],
  },
  deleteWorker: {
    en: ["delete a member of", "deleted a member of", "a labeling team"],
    zh: ["从标注团队", "中删除", "成员"],
  },
  batchDeleteWorker: {
    en: ["delete several members of", "deleted several members of", "a labeling team"],
    zh: ["从标注团队", "中批量删除", "成员"],
  },
};
