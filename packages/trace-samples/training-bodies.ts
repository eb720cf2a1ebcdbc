import type { Random } from "./random.ts";
import { buildDescription } from "./resource-names.ts";
import type { Scene } from "./scene.ts";
import type { Resource } from "./resource-shapes.ts";

// Shapes of the ModelArts API reference: POST /v2/{project_id}/training-jobs and its neighbours.

const flavors = [
  "modelarts.bm.npu.arm.8snt9b3.d",
  "modelarts.p3.large.public.free",
  "modelarts.bm.gpu.v100NV32",
  "modelarts.vm.cpu.2u",
  "modelarts.pool.visual.xlarge",
];
const images = ["pytorch_2.1.0-cann_8.0", "mindspore_2.3.0-cann_8.0", "pytorch_1.8.0-cuda_10.2"];

/** What a training job is made with; kept by a story so that request and response agree. */
export interface JobPlan extends Resource {
  readonly description: string;
  readonly algorithm: Resource;
  readonly workspace_id: string;
}

/** Up to about 20 kB of text, as somebody pastes it into a start command or an environment variable. */
function buildLongText(random: Random): string {
  const line = `--override train.stage_${random.between(1, 40)}.lr=${random.between(1, 9)}e-5,warmup=${random.between(100, 900)} \\\n`;
  return line.repeat(random.between(20, 330));
}

/** Body of CreateJobV2. */
export function buildJobRequest(scene: Scene, job: JobPlan): object {
  const { random, site } = scene;
  const input = random.chance(0.8) ? site.buckets[0] : site.buckets[3];
  const algorithm = random.chance(0.7)
    ? {
        id: job.algorithm.id,
        parameters: [
          { name: "epochs", value: String(random.between(1, 200)) },
          { name: "lr", value: `${random.between(1, 9)}e-${random.between(3, 5)}` },
        ],
        inputs: [{ name: "data_url", remote: { obs: { obs_url: `/${input}/${job.name}/data/` } } }],
      }
    : {
        engine: { image_url: `aurora/${random.pick(images)}:v${random.between(1, 30)}` },
        command: "bash ${MA_JOB_DIR}/run_train.sh",
        environments: { ASCEND_GLOBAL_LOG_LEVEL: "3", WANDB_API_KEY: "********" },
      };
  const resource = random.chance(0.5)
    ? {
        flavor_id: random.pickFirst(flavors),
        node_count: random.pickFirst([1, 1, 2, 4, 8, 16]),
        pool_id: random.pickFirst(site.lasting("Pool")).id,
      }
    : { flavor_id: random.pickFirst(flavors), node_count: 1 };
  const request: Record<string, unknown> = {
    kind: "job",
    metadata: { name: job.name, description: job.description, workspace_id: job.workspace_id },
    algorithm,
    spec: { resource },
  };
  if (random.chance(0.015)) request.extra_command = buildLongText(random);
  return request;
}

/** Reply to CreateJobV2: the job in its first phase. */
export function buildJobReply(scene: Scene, job: JobPlan): object {
  return {
    kind: "job",
    metadata: {
      id: job.id,
      name: job.name,
      description: job.description,
      create_time: scene.now,
      workspace_id: job.workspace_id,
      user_name: scene.session.user.name,
    },
    status: { phase: "Creating", secondary_phase: "Creating", duration: 0 },
  };
}

/** One or two tags of a job. */
export function buildTags(random: Random): { key: string; value: string }[] {
  const tags = [
    { key: "owner", value: random.pickFirst(["vision", "speech", "llm", "推荐"]) },
    { key: "cost-center", value: `cc-${random.between(100, 140)}` },
  ];
  return random.chance(0.5) ? tags : tags.slice(0, 1);
}

/** Body of CreateAlgorithmV2 and UpdateAlgorithmV2. */
export function buildAlgorithmRequest(scene: Scene, name: string): object {
  const { random, site } = scene;
  const code = `/${site.buckets[0]}/code/${name}/`;
  return {
    metadata: { name, description: buildDescription(random), workspace_id: "0" },
    job_config: {
      code_dir: code,
      boot_file: `${code}train.py`,
      engine: { engine_id: random.pick(images) },
      parameters: [{ name: "epochs", value: "10", constraint: { type: "Integer" } }],
      inputs: [{ name: "data_url" }],
      outputs: [{ name: "train_url" }],
    },
  };
}
