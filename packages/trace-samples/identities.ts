import { Random, hashText } from "./random.ts";

/** How an identity comes to the cloud, which decides the form of `user` in its traces. */
export type IdentityKind = "root" | "person" | "service" | "agency" | "federated";

/** Who acts: everything about an operator that stays the same from trace to trace. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly name: string;
  readonly id: string;
  readonly account_id: string;
  readonly account_name: string;
  /** Permanent access key. */
  readonly access_key_id: string;
  readonly addresses: readonly string[];
  readonly agents: readonly string[];
}

// The first names act most: `pickFirst` prefers them.
const people = [
  "li.wei",
  "zhangmin",
  "wang.fang",
  "李伟",
  "chen.jing",
  "anna.keller",
  "liuyang",
  "zhao_lei",
  "sun.qiang",
  "priya.nair",
  "陈晓明",
  "huang.ting",
  "marc.dubois",
  "xu.jian",
  "tan.weiling",
  "zhou.na",
  "王芳",
  "gao.peng",
  "o.murphy",
  "lin.yue",
  "guo.hao",
  "sofia.rossi",
  "he.xin",
  "赵敏",
  "ma.chao",
  "luo.dan",
  "rahul.mehta",
  "song.jia",
  "zheng.kai",
  "欧阳静",
  "ng.kahwai",
  "fan.bing",
  "ModelArts-Admin",
  "ops-oncall",
] as const;
const services = ["svc-mlops-pipeline", "ci-training", "svc-data-sync", "svc-model-serving"];
const agencies = ["modelarts_agency", "ma_agency_mlops", "delegated-ops"];
const federated = ["j.fischer@aurora-robotics.example", "m.lindqvist@aurora-robotics.example"];

const officeNetworks = ["124.71.93.", "139.159.208.", "62.156.151."];
const sdkAgents = [
  "huaweicloud-usdk-python/3.1.115",
  "huaweicloud-usdk-python/3.1.148",
  "modelarts-sdk-python/1.4.19",
  "terraform-provider-huaweicloud/1.71.0",
  "python-requests/2.32.3",
];

/** The operators of one account. They are the same for every seed, so that names can be relied on. */
export interface Cast {
  readonly account_name: string;
  readonly people: readonly Identity[];
  readonly services: readonly Identity[];
  readonly agencies: readonly Identity[];
  readonly root: Identity;
  /** Enterprise projects of the account; "0" is the default one. */
  readonly enterpriseProjects: readonly string[];
}

/** The operators of the account `domain_id`: some forty people, services and agencies. */
export function buildCast(domain_id: string): Cast {
  const random = new Random(hashText(domain_id));
  const account_name = random.pick(["aurora_robotics", "hw_tc_vision", "northlight-ai"]);

  function buildIdentity(kind: IdentityKind, name: string): Identity {
    const network = random.pick(officeNetworks);
    const home = `${random.between(101, 223)}.${random.between(20, 230)}.${random.between(1, 250)}.`;
    return {
      kind,
      name,
      id: kind === "root" ? domain_id : random.hex(32),
      account_id: domain_id,
      account_name,
      access_key_id: `HPUA${random.alphanumeric(16)}`,
      addresses:
        kind === "service"
          ? [`121.36.${random.between(10, 90)}.${random.between(2, 250)}`]
          : [
              `${network}${random.between(2, 60)}`,
              `${network}${random.between(61, 250)}`,
              `${home}${random.between(2, 250)}`,
            ],
      agents: [random.pick(sdkAgents), random.pick(sdkAgents)],
    };
  }

  return {
    account_name,
    people: [
      ...people.map((name) => buildIdentity("person", name)),
      ...federated.map((name) => buildIdentity("federated", name)),
    ],
    services: services.map((name) => buildIdentity("service", name)),
    agencies: agencies.map((name) => buildIdentity("agency", name)),
    root: buildIdentity("root", account_name),
    enterpriseProjects: ["0", random.uuid(), random.uuid(), random.uuid()],
  };
}
