import type { OperationTable } from "./operation-words.ts";

/** Dedicated resource pools and Lite Cluster: pools, their nodes, networks and jobs. */
export const poolOperations: OperationTable = {
  CreatePool: { en: ["create", "created", "a resource pool"], zh: ["创建", "资源池"] },
  ListPools: { en: ["list", "listed", "resource pools"], zh: ["查询", "资源池列表"] },
  ShowPoolMonitor: {
    en: ["view monitoring data of", "viewed monitoring data of", "a resource pool"],
    zh: ["在资源池", "中查询", "监控信息"],
  },
  ListPoolTags: { en: ["list", "listed", "resource pool tags"], zh: ["查询", "资源池标签列表"] },
  BatchCreatePoolTags: {
    en: ["add tags to", "added tags to", "a resource pool"],
    zh: ["为资源池", "添加", "标签"],
  },
  BatchDeletePoolTags: {
    en: ["delete tags of", "deleted tags of", "a resource pool"],
    zh: ["从资源池", "中删除", "标签"],
  },
  CreatePreOrder: {
    en: ["create a pre-order for", "created a pre-order for", "a resource pool"],
    zh: ["为资源池", "创建", "预购申请"],
  },
  ListPreOrders: {
    en: ["list pre-orders of", "listed pre-orders of", "a resource pool"],
    zh: ["在资源池", "中查询", "预购申请"],
  },
  CreatePoolElasticQuota: {
    en: [
      "create an elastic quota group for",
      "created an elastic quota group for",
      "a resource pool",
    ],
    zh: ["为资源池", "创建", "弹性配额组"],
  },
  ShowPoolElasticQuota: {
    en: ["view an elastic quota group of", "viewed an elastic quota group of", "a resource pool"],
    zh: ["在资源池", "中查询", "弹性配额组"],
  },
  DeletePoolElasticQuota: {
    en: [
      "delete an elastic quota group of",
      "deleted an elastic quota group of",
      "a resource pool",
    ],
    zh: ["从资源池", "中删除", "弹性配额组"],
  },
  CreatePoolGroup: {
    en: ["create", "created", "a resource pool group"],
    zh: ["创建", "资源池联邦"],
  },
  // Nodes.
  BatchMigratePoolNodes: {
    en: ["migrate nodes of", "migrated nodes of", "a resource pool"],
    zh: ["在资源池", "中批量迁移", "节点"],
  },
  BatchRebootPoolNodes: {
    en: ["reboot nodes of", "rebooted nodes of", "a resource pool"],
    zh: ["在资源池", "中重启", "节点"],
  },
  BatchBindPoolNodes: {
    en: [
      "bind nodes to logical subpools of",
      "bound nodes to logical subpools of",
      "a resource pool",
    ],
    zh: ["在资源池", "中批量为节点绑定", "逻辑子池"],
  },
  ShowPoolNodeConfigTemplate: {
    en: [
      "view the node configuration template of",
      "viewed the node configuration template of",
      "a resource pool",
    ],
    zh: ["在资源池", "中查询", "节点配置模板"],
  },
  ListNodePoolNodes: {
    en: ["list", "listed", "nodes of a node pool"],
    zh: ["查询", "节点池的节点列表"],
  },
  ListNodePoolScaler: {
    en: ["list", "listed", "auto scaling policies of node pools"],
    zh: ["查询", "节点池的弹性策略"],
  },
  // Jobs and tests.
  ListJobs: { en: ["list", "listed", "resource pool jobs"], zh: ["查询", "资源池任务列表"] },
  ListWorkloads: {
    en: ["list", "listed", "resource pool workloads"],
    zh: ["查询", "资源池作业列表"],
  },
  CreateNcclTestJob: {
    en: ["create an NCCL test job in", "created an NCCL test job in", "a resource pool"],
    zh: ["在资源池", "中创建", "NCCL测试任务"],
  },
  ShowNcclTestJobLKList: {
    en: ["list NCCL test jobs of", "listed NCCL test jobs of", "a resource pool"],
    zh: ["在资源池", "中查询", "NCCL测试任务列表"],
  },
  ShowNcclTestLogs: {
    en: ["view NCCL test logs of", "viewed NCCL test logs of", "a resource pool"],
    zh: ["在资源池", "中查询", "NCCL测试日志"],
  },
  ShowCkptWarmUpTask: {
    en: ["view", "viewed", "a weight warm-up task"],
    zh: ["查询", "权重预热任务"],
  },
  PatchCkptWarmUpTask: {
    en: ["update", "updated", "a weight warm-up task"],
    zh: ["更新", "权重预热任务"],
  },
  DeleteCkptWarmUpTask: {
    en: ["delete", "deleted", "a weight warm-up task"],
    zh: ["删除", "权重预热任务"],
  },
  CreateNetwork: { en: ["create", "created", "a network"], zh: ["创建", "网络"] },
  ListNetworks: { en: ["list", "listed", "networks"], zh: ["查询", "网络列表"] },
  ListPluginTemplates: { en: ["list", "listed", "plugin templates"], zh: ["查询", "插件模板列表"] },
};
