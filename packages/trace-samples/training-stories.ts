import { algorithmNotFound, nodeFailed } from "./failures.ts";
import { buildDescription, buildJobName, buildName } from "./resource-names.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";
import { type JobPlan, buildJobReply, buildJobRequest, buildTags } from "./training-bodies.ts";

// The guide's operations on training jobs: /v2/{project_id}/training-jobs and what hangs on it. Which
// API a trace belongs to is told by its name; the vendor's pages do not say it.

function onJob(job: JobPlan, step: Pick<Step, "trace_name" | "code"> & Partial<Step>): Step {
  return {
    resource_type: "JobV2",
    resource_name: job.name,
    resource_id: job.id,
    api_version: "v2",
    ...step,
  };
}

/** Stopping is asynchronous: accepted first, and the system reports the end some minutes later. */
function stopJob(scene: Scene, job: JobPlan): void {
  const stop = onJob(job, {
    trace_name: "StopJobV2",
    operation_id: "StopTrainingJob",
    request: { action_type: "terminate" },
    code: 202,
  });
  const phase = { kind: "job", metadata: { id: job.id, name: job.name } };
  const isAccepted = scene.record({
    ...stop,
    response: { ...phase, status: { phase: "Terminating" } },
  });
  if (!isAccepted || scene.random.chance(0.6)) return;
  scene.wait(1, 6);
  scene.record({
    ...stop,
    code: 200,
    request: "",
    response: { ...phase, status: { phase: "Terminated" } },
    bySystem: true,
  });
}

function saveImage(scene: Scene, job: JobPlan): void {
  const { random } = scene;
  const name = buildName(random, "image");
  const step: Step = {
    trace_name: "CreateSaveImageTask",
    resource_type: "SaveImageTask",
    resource_name: name,
    resource_id: random.uuid(),
    operation_id: "CreateTrainingJobSaveImage",
    api_version: "v2",
    creates: true,
    request: { name, namespace: "aurora", tag: `v${random.between(1, 20)}`, task_id: "worker-0" },
    code: 201,
  };
  const isAccepted = scene.record({
    ...step,
    response: { job_id: job.id, task_id: "worker-0", status: "SAVING" },
  });
  if (!isAccepted || random.chance(0.3)) return;
  scene.wait(3, 20);
  scene.record({
    ...step,
    code: 200,
    request: "",
    response: { job_id: job.id, task_id: "worker-0", status: "SUCCEEDED" },
    bySystem: true,
  });
}

function diagnose(scene: Scene, job: JobPlan): void {
  const id = scene.random.uuid();
  scene.record({
    trace_name: "CreateDiagnosisTask",
    resource_type: "DiagnosisTask",
    resource_name: job.name,
    resource_id: id,
    api_version: "v2",
    creates: true,
    request: { training_job_id: job.id, type: scene.random.pick(["hang", "slow-node", "failure"]) },
    response: { id, training_job_id: job.id, status: "PENDING" },
    code: 201,
  });
}

function createJob(scene: Scene, job: JobPlan): boolean {
  return scene.record(
    onJob(job, {
      trace_name: "CreateJobV2",
      operation_id: "CreateTrainingJob",
      request: buildJobRequest(scene, job),
      response: buildJobReply(scene, job),
      creates: true,
      code: 201,
      ...(scene.random.chance(0.3) && { failure: algorithmNotFound }),
    }),
  );
}

/** Creates a job; who fails mostly corrects the request and tries again under another name. */
function createJobAtLast(scene: Scene): JobPlan | undefined {
  const { random, site } = scene;
  const job: JobPlan = {
    id: random.uuid(),
    name: buildJobName(random),
    description: buildDescription(random),
    algorithm: random.pickFirst(site.lasting("AlgorithmV2")),
    workspace_id: random.chance(0.7) ? "0" : site.workspace,
  };
  if (createJob(scene, job)) return job;
  if (random.chance(0.3)) return undefined;
  scene.wait(1, 9);
  const algorithm = random.pick(site.lasting("AlgorithmV2"));
  const corrected = { ...job, name: `${job.name}-2`, algorithm };
  return createJob(scene, corrected) ? corrected : undefined;
}

/** A training job from creation to deletion. */
export function trainingJob(scene: Scene): void {
  const { random } = scene;
  const job = createJobAtLast(scene);
  if (!job) return;
  const tags = buildTags(random);
  const isTagged = scene.sometimes(0.4);
  if (isTagged) {
    scene.wait(0.1, 4);
    scene.record(
      onJob(job, { trace_name: "CreateJobTags", request: { tags }, response: "", code: 204 }),
    );
  }
  if (scene.sometimes(0.3)) {
    scene.wait(1, 40);
    const description = buildDescription(random) || "see the run book";
    scene.record(
      onJob(job, {
        trace_name: "UpdateJobV2",
        operation_id: "ChangeTrainingJobDescription",
        request: { description },
        response: "",
        code: 200,
      }),
    );
  }
  if (scene.sometimes(0.14)) {
    scene.wait(10, 90);
    diagnose(scene, job);
  }
  if (scene.sometimes(0.14)) {
    scene.wait(10, 200);
    saveImage(scene, job);
  }
  scene.waitForPeople(10, random.chance(0.2) ? 1500 : 300);
  if (scene.sometimes(0.4)) stopJob(scene, job);
  else if (random.chance(0.012)) stopByNodeFailure(scene, job);
  if (isTagged && scene.sometimes(0.3)) {
    scene.waitForPeople(5, 120);
    const request = { tags: tags.slice(0, 1) };
    scene.record(onJob(job, { trace_name: "DeleteJobTags", request, response: "", code: 204 }));
  }
  if (scene.sometimes(0.45)) {
    scene.waitForPeople(2, 900);
    scene.record(
      onJob(job, {
        trace_name: "DeleteJobV2",
        operation_id: "DeleteTrainingJob",
        request: "",
        response: "",
        code: 202,
      }),
    );
  }
}

function stopByNodeFailure(scene: Scene, job: JobPlan): void {
  scene.record(
    onJob(job, {
      trace_name: "StopJobV2",
      code: 500,
      failure: nodeFailed,
      risk: 1,
      bySystem: true,
      message: "job terminated by the system",
    }),
  );
}
