import { guideOperations } from "./modelarts-operations.ts";

/** The trace names that one resource type of one part of ModelArts has. */
export interface ModelArtsFamily {
  /** Part of ModelArts, for people: "Notebook", "Data management". */
  readonly family: string;
  readonly resource_type: string;
  readonly trace_names: readonly string[];
}

type Row = readonly [resource_type: string, trace_names: string];

function buildFamily(family: string, rows: readonly Row[]): ModelArtsFamily[] {
  return rows.map(([resource_type, trace_names]) => ({
    family,
    resource_type,
    trace_names: trace_names.trim().split(/\s+/),
  }));
}

/** The guide's table grouped by resource type, in its order of first mention. */
function buildTrainingFamily(): ModelArtsFamily[] {
  const types = [...new Set(guideOperations.map((row) => row.resource_type))];
  return types.map((resource_type) => ({
    family: "Training",
    resource_type,
    trace_names: guideOperations
      .filter((row) => row.resource_type === resource_type)
      .map((row) => row.trace_name),
  }));
}

/**
 * All operations of ModelArts that the vendor's public pages list as traced by CTS, spelled as
 * there (also `restartModelArtsgTensorboardJob`). "Training" is the guide's own table and complete;
 * the others are what could be read, so that a name may be missing from them.
 */
export const modelArtsOperations: readonly ModelArtsFamily[] = [
  ...buildTrainingFamily(),
  ...buildFamily("Training (old version)", [
    [
      "ModelArtsTrainJob",
      `createModelArtsTrainJob createModelArtsTrainVersion stopModelArtsTrainVersion
       updateModelArtsTrainDesc deleteModelArtsTrainVersion deleteModelArtsTrainJob`,
    ],
    [
      "ModelArtsTrainConfig",
      "createModelArtsTrainConfig updateModelArtsTrainConfig deleteModelArtsTrainConfig",
    ],
    [
      "ModelArtsTensorboardJob",
      `createModelArtsTensorboardJob deleteModelArtsTensorboardJob updateModelArtsTensorboardDesc
       stopModelArtsTensorboardJob restartModelArtsgTensorboardJob`,
    ],
  ]),
  ...buildFamily("Data management", [
    [
      "Dataset",
      `createDataset deleteDataset updateDataset publishDatasetVersion deleteDatasetVersion
       syncDataSource exportDataFromDataset createAutoLabelingTask createAutoGroupingTask
       createAutoDeployTask importSamplesToDataset createLabel updateLabel deleteLabel
       deleteLabelWithSamples uploadSamples deleteSamples stopTask createWorkforceTask
       deleteWorkforceTask startWorkforceSamplingTask updateWorkforceSamplingTask acceptSamples
       updateSamples sendEmails startWorkforceTask updateWorkforceTask updateWorkforceTaskSamples
       reviewSamples`,
    ],
    [
      "Workforce",
      `createWorker updateWorker deleteWorker batchDeleteWorker createWorkforce updateWorkforce
       deleteWorkforce`,
    ],
  ]),
  ...buildFamily("Notebook", [
    [
      "Notebook",
      `createNotebook getNotebook listallNotebook listNotebook openNotebook deleteNotebook
       updateNotebook startNotebook stopNotebook create_instance delete_instance
       change_instance_status`,
    ],
    [
      "NotebookImage",
      `createNotebookImage listNotebookImage getNotebookImage updateNotebookImage
       deleteNotebookImage`,
    ],
    ["NotebookImageGroups", "listNotebookImageGroups"],
    ["NotebookApp", "createNotebookApp deleteNotebookApp updateNotebookApp"],
  ]),
  ...buildFamily("Models", [
    ["model", "addModel updateModel deleteModel"],
    ["convert", "addConvert updateConvert deleteConvert"],
  ]),
  ...buildFamily("Services", [
    [
      "service",
      `addService deleteService updateService startOrStopService startOrStopNodesService addAkSk
       deleteAkSk`,
    ],
    ["cluster", "createCluster deleteCluster addClusterNode deleteClusterNode createClusterResult"],
  ]),
  ...buildFamily("Inference V2", [
    ["apikeyV2", "CreateApiKeyV2 ListApiKeyV2 DeleteApiKeyV2 BindApiKeyV2 UnbindApiKeyV2"],
    [
      "serviceV2",
      `CreateDeployment UpdateDeployment GetDeployment StartDeployment StopDeployment
       DeleteDeployment InterruptDeployment ListDeployment ScaleDeployment ListServiceV2Instances
       ListServiceV2Pods DeleteServiceV2Instance DeleteServiceV2Pod ListServiceV2PodEvents
       SwitchDeploymentVersion GetDeploymentVersion ListDeploymentVersion DeleteDeploymentVersion
       CreateHpa GetHpaV2 DeleteHpa UpdateHpa ListHpaEventV2`,
    ],
    ["Cluster", "GetCluster"],
  ]),
  ...buildFamily("Resource pools", [
    [
      "Pool",
      `CreatePool ListPools BatchMigratePoolNodes CreatePreOrder ListPreOrders ListPoolTags
       BatchCreatePoolTags BatchDeletePoolTags CreateNcclTestJob ShowNcclTestJobLKList
       ShowNcclTestLogs BatchRebootPoolNodes ShowPoolMonitor ShowPoolNodeConfigTemplate
       BatchBindPoolNodes CreatePoolElasticQuota DeletePoolElasticQuota ShowPoolElasticQuota`,
    ],
    ["Node", "ListNodePoolNodes"],
    ["NodePool", "ListNodePoolScaler"],
    ["CkptWarmUpTask", "ShowCkptWarmUpTask DeleteCkptWarmUpTask PatchCkptWarmUpTask"],
    ["Job", "ListJobs"],
    ["Workload", "ListWorkloads"],
    ["Networks", "CreateNetwork ListNetworks"],
    ["Plugin", "ListPluginTemplates"],
    ["PoolGroup", "CreatePoolGroup"],
  ]),
  ...buildFamily("Lite Server", [
    [
      "Server",
      `createServer stopServer startServer rebootServer updateServer deleteServer getServer
       syncServer listbyuserServer listServer changeosServer reinstallosServer attachvolumeServer
       detachvolumeServer getoperationServer bindpublicipServer listpublicipServer createjobServer
       getjobServer listjobsServer deletejobsServer listflavorsServer updatejobServer
       batchactionServer`,
    ],
    [
      "ServerHyperinstance",
      "scaleuphyperinstanceServerHyperinstance scaledownhyperinstanceServerHyperinstance",
    ],
    ["ServerRoceNetwork", "createrocenetworkServerRoceNetwork"],
    ["Plugin", "listpluginsPlugin"],
    ["ServerImage", "listimagesServerImage"],
  ]),
  ...buildFamily("AI Gallery", [
    [
      "ModelArts_Market",
      `create_content modify_content add_version subscription_content star_content
       cancel_star_content like_content cancel_like_content publish_activity regist_activity
       update_user`,
    ],
  ]),
  ...buildFamily("MaaS", [
    ["api_key", "CreateApiKey DeleteApiKey UpdateApiKey"],
    ["compliance", "SignDisclaimer"],
    ["metrics", "QueryServiceMetrics"],
    [
      "job",
      `CreateService DeleteService UpdateModeration ActivateModelServices UpdateService
       ListUserInferV2ServicesByRegions CreateCustomEndpoint ControlCustomEndpoint
       UpdateCustomEndpoint`,
    ],
  ]),
];
