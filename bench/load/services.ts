import { modelArtsOperations } from "@trace-console/contracts/modelarts-families";
import { modelArtsService } from "@trace-console/contracts/modelarts-operations";

/** One operation of the load: a trace name of one resource type of one source. */
export interface LoadOperation {
  readonly service_type: string;
  readonly resource_type: string;
  readonly trace_name: string;
  /** How often it is called, against the other operations. */
  readonly weight: number;
}

const sourceCount = 60;
const typeCount = 300;
const nameCount = 1_500;

/** The sources beside ModelArts with some of their resource types, the busiest first. */
const services = `
  OBS bucket bucketLifecycle bucketPolicy bucketAcl bucketTagging
  ECS ecs keypair serverGroup ecsTemplate nic
  IAM user userGroup agency policy credential
  CCE cluster nodePool cceNode addon cceRelease
  SWR image imagetag organization dockerlogincmd imageRetention
  EVS evs volumeSnapshot volumeTransfer volumeQos evsRecycle
  VPC vpc subnet securityGroup eip routeTable
  SFS sfsShare sfsAccessRule sfsTurbo sfsDirectory
  CTS tracker notification trace keyEvent
  ELB loadbalancer listener pool healthMonitor certificate
  RDS rdsInstance rdsBackup rdsParameterGroup rdsAccount rdsDatabase
  DCS dcsInstance dcsBackup dcsWhitelist dcsTemplate
  DMS kafkaInstance kafkaTopic rabbitmqInstance dmsQueue
  SMN topic subscription messageTemplate smnApplication
  CES alarmRule alarmTemplate dashboard resourceGroup
  LTS logGroup logStream logTransfer hostGroup
  AOM aomRule prometheusInstance aomDashboard aomAction
  FunctionGraph function functionTrigger functionVersion functionLayer
  APIG apiGroup apigApi apigApp apigThrottle
  DNS zone recordset ptrRecord resolverRule
  KMS cmk grant secret kmsAlias
  IMS ims imageMember imageExport imageCopy
  AS scalingGroup scalingConfig scalingPolicy lifecycleHook
  BMS bms bmsFlavor bmsTag bmsNic
  NAT natGateway snatRule dnatRule privateNat
  VPN vpnGateway vpnConnection customerGateway vpnUser
  DC directConnect virtualGateway virtualInterface
  CBR vault cbrBackup cbrPolicy cbrCheckpoint
  DDS ddsInstance ddsBackup ddsShard ddsRole
  GaussDB gaussInstance gaussBackup gaussProxy gaussNode
  NoSQL geminiInstance geminiBackup geminiKeyspace
  DWS dwsCluster dwsSnapshot dwsUser dwsResourcePool
  MRS mrsCluster mrsJob mrsScript mrsNode
  DLI dliQueue dliDatabase dliJob dliConnection
  DataArts workspaceStudio dataNode dataJobs dataQuality
  CSS cssCluster cssSnapshot cssIndex cssPlugin
  DIS disStream disDump disCheckpoint
  CDM cdmCluster cdmLink cdmJob
  WAF wafInstance wafPolicy wafRule wafDomain
  HSS hssHost hssPolicy hssAlarm hssVulnerability
  AAD aadInstance aadRule aadDomain
  DBSS dbssInstance dbssRule dbssAudit
  CFW firewall firewallRule firewallAddress
  SecMaster secIncident secPlaybook secIndicator
  CodeArts project repository pipeline buildTask
  ROMA romaInstance romaFlow romaDevice
  IoTDA device product iotRule deviceGroup
  MPC transcodingTask watermark mpcTemplate
  VOD vodAsset vodDomain vodCategory
  Live liveDomain liveStream liveRecord
  CDN cdnDomain cdnRefresh cdnPreheat
  RES resScenario resDataset resJob
  FRS faceSet faceSample frsService
  OCR ocrTask ocrTemplate ocrService
  SIS asrJob ttsJob sisVocabulary
  NLP nlpTask nlpModel
  Image imageSearch imageTaggingTask
  EPS enterpriseProject epsMigration
  TMS predefinedTag resourceTag
  RMS configRule conformancePack aggregator
  BSS order coupon renewal`;

const verbs = [
  "create",
  "update",
  "delete",
  "list",
  "show",
  "batchDelete",
  "start",
  "stop",
  "resize",
  "tag",
  "export",
  "restore",
];

function buildModelArtsTypes(): { resource_type: string; names: string[] }[] {
  const types = new Map<string, Set<string>>();
  for (const { resource_type, trace_names } of modelArtsOperations) {
    const names = types.get(resource_type) ?? new Set();
    for (const name of trace_names) names.add(name);
    types.set(resource_type, names);
  }
  return [...types].map(([resource_type, names]) => ({ resource_type, names: [...names] }));
}

/**
 * The 1,500 operations of the load: those of ModelArts as the vendor names them, and as many of 59
 * other sources as fill 300 resource types. A trace name belongs to one resource type. Sources,
 * their types and the names of those are each called by Zipf's law.
 */
export function buildOperations(): LoadOperation[] {
  const operations: LoadOperation[] = [];
  const seen = new Set<string>();
  const add = (source: number, service_type: string, type: number, resource_type: string) => {
    let rank = 0;
    return (trace_name: string) => {
      if (seen.has(trace_name)) return;
      seen.add(trace_name);
      rank += 1;
      const weight = 1 / ((source + 1) * (type + 1) * rank);
      operations.push({ service_type, resource_type, trace_name, weight });
    };
  };
  let types = 0;
  for (const [type, { resource_type, names }] of buildModelArtsTypes().entries()) {
    types += 1;
    names.forEach(add(0, modelArtsService, type, resource_type));
  }
  const others = services
    .trim()
    .split("\n")
    .slice(0, sourceCount - 1);
  const rows = others.flatMap((line, source) => {
    const [service_type = "", ...resource_types] = line.trim().split(" ");
    return resource_types.map((resource_type, type) => ({
      source: source + 1,
      service_type,
      resource_type,
      type,
    }));
  });
  // What is missing to 300 types are second generations of the first ones: "ecsV2".
  const missing = typeCount - types - rows.length;
  const more = rows
    .slice(0, Math.max(0, missing))
    .map((row) => ({ ...row, resource_type: `${row.resource_type}V2`, type: row.type + 5 }));
  const filled = [...rows, ...more].slice(0, typeCount - types);
  const left = nameCount - operations.length;
  for (const [index, { source, service_type, type, resource_type }] of filled.entries()) {
    const share =
      Math.floor((left * (index + 1)) / filled.length) - Math.floor((left * index) / filled.length);
    const noun = resource_type.slice(0, 1).toUpperCase() + resource_type.slice(1);
    const name = add(source, service_type, type, resource_type);
    const before = seen.size;
    for (const verb of verbs) {
      if (seen.size - before < share) name(verb + noun);
    }
  }
  return operations;
}
