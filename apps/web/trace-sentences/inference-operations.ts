import type { OperationTable } from "./operation-words.ts";

/** Inference, new version: API keys, and services deployed with their versions and scaling. */
export const inferenceOperations: OperationTable = {
  CreateApiKeyV2: { en: ["create", "created", "an API key"], zh: ["创建", "API Key"] },
  ListApiKeyV2: { en: ["list", "listed", "API keys"], zh: ["查询", "API Key列表"] },
  DeleteApiKeyV2: { en: ["delete", "deleted", "an API key"], zh: ["删除", "API Key"] },
  BindApiKeyV2: { en: ["bind", "bound", "an API key"], zh: ["绑定", "API Key"] },
  UnbindApiKeyV2: { en: ["unbind", "unbound", "an API key"], zh: ["解绑", "API Key"] },
  CreateDeployment: { en: ["create", "created", "a service deployment"], zh: ["创建", "服务部署"] },
  UpdateDeployment: { en: ["update", "updated", "a service deployment"], zh: ["更新", "服务部署"] },
  GetDeployment: { en: ["view", "viewed", "a service deployment"], zh: ["查询", "服务部署"] },
  ListDeployment: { en: ["list", "listed", "service deployments"], zh: ["查询", "服务部署列表"] },
  StartDeployment: { en: ["start", "started", "a service deployment"], zh: ["启动", "服务部署"] },
  StopDeployment: { en: ["stop", "stopped", "a service deployment"], zh: ["停止", "服务部署"] },
  InterruptDeployment: {
    en: ["interrupt", "interrupted", "a service deployment"],
    zh: ["中断", "服务部署"],
  },
  ScaleDeployment: {
    en: ["scale", "scaled", "a service deployment"],
    zh: ["对服务部署", "进行", "扩缩容"],
  },
  DeleteDeployment: { en: ["delete", "deleted", "a service deployment"], zh: ["删除", "服务部署"] },
  SwitchDeploymentVersion: {
    en: ["switch the version of", "switched the version of", "a service deployment"],
    zh: ["为服务部署", "切换", "版本"],
  },
  GetDeploymentVersion: {
    en: ["view a version of", "viewed a version of", "a service deployment"],
    zh: ["在服务部署", "中查询", "版本详情"],
  },
  ListDeploymentVersion: {
    en: ["list versions of", "listed versions of", "a service deployment"],
    zh: ["在服务部署", "中查询", "版本列表"],
  },
  DeleteDeploymentVersion: {
    en: ["delete a version of", "deleted a version of", "a service deployment"],
    zh: ["从服务部署", "中删除", "版本"],
  },
  ListServiceV2Instances: {
    en: ["list instances of", "listed instances of", "a service deployment"],
    zh: ["在服务部署", "中查询", "实例列表"],
  },
  DeleteServiceV2Instance: {
    en: ["delete an instance of", "deleted an instance of", "a service deployment"],
    zh: ["从服务部署", "中删除", "实例"],
  },
  ListServiceV2Pods: {
    en: ["list pods of", "listed pods of", "a service deployment"],
    zh: ["在服务部署", "中查询", "Pod列表"],
  },
  ListServiceV2PodEvents: {
    en: ["list pod events of", "listed pod events of", "a service deployment"],
    zh: ["在服务部署", "中查询", "Pod事件"],
  },
  DeleteServiceV2Pod: {
    en: ["delete a pod of", "deleted a pod of", "a service deployment"],
    zh: ["从服务部署", "中删除", "Pod"],
  },
  CreateHpa: {
    en: ["create an HPA policy for", "created an HPA policy for", "a service deployment"],
    zh: ["为服务部署", "创建", "HPA策略"],
  },
  GetHpaV2: {
    en: ["view the HPA policy of", "viewed the HPA policy of", "a service deployment"],
    zh: ["在服务部署", "中查询", "HPA策略"],
  },
  UpdateHpa: {
    en: ["modify the HPA policy of", "modified the HPA policy of", "a service deployment"],
    zh: ["为服务部署", "修改", "HPA策略"],
  },
  DeleteHpa: {
    en: ["delete the HPA policy of", "deleted the HPA policy of", "a service deployment"],
    zh: ["从服务部署", "中删除", "HPA策略"],
  },
  ListHpaEventV2: {
    en: ["list HPA events of", "listed HPA events of", "a service deployment"],
    zh: ["在服务部署", "中查询", "HPA事件"],
  },
  GetCluster: { en: ["view", "viewed", "a managed cluster"], zh: ["查询", "纳管集群"] },
};
