import type { OperationTable } from "./operation-words.ts";

/** Training: jobs, algorithms and experiments, then the jobs of the old version. */
export const trainingOperations: OperationTable = {
  CreateJobV2: { en: ["create", "created", "a training job"], zh: ["创建", "训练作业"] },
  UpdateJobV2: { en: ["modify", "modified", "a training job"], zh: ["修改", "训练作业"] },
  DeleteJobV2: { en: ["delete", "deleted", "a training job"], zh: ["删除", "训练作业"] },
  StopJobV2: { en: ["stop", "stopped", "a training job"], zh: ["停止", "训练作业"] },
  CreateJobTags: {
    en: ["add tags to", "added tags to", "a training job"],
    zh: ["为训练作业", "添加", "标签"],
  },
  DeleteJobTags: {
    en: ["delete tags of", "deleted tags of", "a training job"],
    zh: ["从训练作业", "中删除", "标签"],
  },
  CreateAlgorithmV2: { en: ["create", "created", "an algorithm"], zh: ["创建", "算法"] },
  UpdateAlgorithmV2: { en: ["modify", "modified", "an algorithm"], zh: ["修改", "算法"] },
  DeleteAlgorithmV2: { en: ["delete", "deleted", "an algorithm"], zh: ["删除", "算法"] },
  CreateSaveImageTask: {
    en: ["create", "created", "an image saving task"],
    zh: ["创建", "镜像保存任务"],
  },
  CreateDiagnosisTask: {
    en: ["submit", "submitted", "a diagnosis task"],
    zh: ["提交", "诊断任务"],
  },
  CreateExperiment: {
    en: ["create", "created", "a training experiment"],
    zh: ["创建", "训练实验"],
  },
  UpdateExperiment: {
    en: ["update", "updated", "a training experiment"],
    zh: ["更新", "训练实验"],
  },
  DeleteExperiment: {
    en: ["delete", "deleted", "a training experiment"],
    zh: ["删除", "训练实验"],
  },
  // The old version.
  createModelArtsTrainJob: {
    en: ["create", "created", "an old-version training job"],
    zh: ["创建", "旧版训练作业"],
  },
  createModelArtsTrainVersion: {
    en: ["create a version of", "created a version of", "an old-version training job"],
    zh: ["为旧版训练作业", "创建", "版本"],
  },
  stopModelArtsTrainVersion: {
    en: ["stop", "stopped", "an old-version training job"],
    zh: ["停止", "旧版训练作业"],
  },
  updateModelArtsTrainDesc: {
    en: ["update the description of", "updated the description of", "an old-version training job"],
    zh: ["为旧版训练作业", "更新", "描述"],
  },
  deleteModelArtsTrainVersion: {
    en: ["delete a version of", "deleted a version of", "an old-version training job"],
    zh: ["从旧版训练作业", "中删除", "版本"],
  },
  deleteModelArtsTrainJob: {
    en: ["delete", "deleted", "an old-version training job"],
    zh: ["删除", "旧版训练作业"],
  },
  createModelArtsTrainConfig: {
    en: ["create", "created", "a training job configuration"],
    zh: ["创建", "训练作业参数"],
  },
  updateModelArtsTrainConfig: {
    en: ["update", "updated", "a training job configuration"],
    zh: ["更新", "训练作业参数"],
  },
  deleteModelArtsTrainConfig: {
    en: ["delete", "deleted", "a training job configuration"],
    zh: ["删除", "训练作业参数"],
  },
  createModelArtsTensorboardJob: {
    en: ["create", "created", "a visualization job"],
    zh: ["创建", "可视化作业"],
  },
  deleteModelArtsTensorboardJob: {
    en: ["delete", "deleted", "a visualization job"],
    zh: ["删除", "可视化作业"],
  },
  updateModelArtsTensorboardDesc: {
    en: ["update the description of", "updated the description of", "a visualization job"],
    zh: ["为可视化作业", "更新", "描述"],
  },
  stopModelArtsTensorboardJob: {
    en: ["stop", "stopped", "a visualization job"],
    zh: ["停止", "可视化作业"],
  },
  restartModelArtsgTensorboardJob: {
    en: ["restart", "restarted", "a visualization job"],
    zh: ["重启", "可视化作业"],
  },
};
