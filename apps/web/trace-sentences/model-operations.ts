import type { OperationTable } from "./operation-words.ts";

/** Models, the services that they are deployed as, and the old pools that these ran in. */
export const modelOperations: OperationTable = {
  addModel: { en: ["create", "created", "a model"], zh: ["创建", "模型"] },
  updateModel: { en: ["update", "updated", "a model"], zh: ["更新", "模型"] },
  deleteModel: { en: ["delete", "deleted", "a model"], zh: ["删除", "模型"] },
  addConvert: {
    en: ["create", "created", "a model conversion task"],
    zh: ["创建", "模型转换任务"],
  },
  updateConvert: {
    en: ["update", "updated", "a model conversion task"],
    zh: ["更新", "模型转换任务"],
  },
  deleteConvert: {
    en: ["delete", "deleted", "a model conversion task"],
    zh: ["删除", "模型转换任务"],
  },
  addService: { en: ["deploy", "deployed", "a service"], zh: ["部署", "服务"] },
  updateService: { en: ["update", "updated", "a service"], zh: ["更新", "服务"] },
  deleteService: { en: ["delete", "deleted", "a service"], zh: ["删除", "服务"] },
  startOrStopService: {
    en: ["start or stop", "started or stopped", "a service"],
    zh: ["启动或停止", "服务"],
  },
  startOrStopNodesService: {
    en: ["start or stop edge nodes of", "started or stopped edge nodes of", "a service"],
    zh: ["在服务", "中启动或停止", "边缘节点"],
  },
  addAkSk: {
    en: ["add an access key to", "added an access key to", "a service"],
    zh: ["为服务", "添加", "访问密钥"],
  },
  deleteAkSk: {
    en: ["delete an access key of", "deleted an access key of", "a service"],
    zh: ["从服务", "中删除", "访问密钥"],
  },
  createCluster: {
    en: ["create", "created", "an old-version dedicated resource pool"],
    zh: ["创建", "旧版专属资源池"],
  },
  createClusterResult: {
    en: [
      "get the creation result of",
      "got the creation result of",
      "an old-version dedicated resource pool",
    ],
    zh: ["为旧版专属资源池", "获取", "创建结果"],
  },
  deleteCluster: {
    en: ["delete", "deleted", "an old-version dedicated resource pool"],
    zh: ["删除", "旧版专属资源池"],
  },
  addClusterNode: {
    en: ["add nodes to", "added nodes to", "an old-version dedicated resource pool"],
    zh: ["为旧版专属资源池", "添加", "节点"],
  },
  deleteClusterNode: {
    en: ["delete nodes from", "deleted nodes from", "an old-version dedicated resource pool"],
    zh: ["从旧版专属资源池", "中删除", "节点"],
  },
};
