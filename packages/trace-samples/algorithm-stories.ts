import { buildDescription, buildName } from "./resource-names.ts";
import type { Scene } from "./scene.ts";
import { buildAlgorithmRequest } from "./training-bodies.ts";

// The guide's operations on algorithms and experiments: POST, PUT and DELETE of
// /v2/{project_id}/algorithms and /v2/{project_id}/training-experiments.

/** An algorithm: created, changed a few times, deleted. */
export function algorithm(scene: Scene): void {
  const { random } = scene;
  const id = random.uuid();
  const name = buildName(random, "algorithm");
  const base = {
    resource_type: "AlgorithmV2",
    resource_name: name,
    resource_id: id,
    api_version: "v2",
  };
  const request = buildAlgorithmRequest(scene, name);
  const isCreated = scene.record({
    ...base,
    trace_name: "CreateAlgorithmV2",
    operation_id: "CreateAlgorithm",
    request,
    response: { metadata: { id, name, create_time: scene.now, workspace_id: "0" } },
    creates: true,
    code: 201,
  });
  if (!isCreated) return;
  for (let changes = scene.isWhole ? 1 : random.int(3); changes > 0; changes -= 1) {
    scene.waitForPeople(2, 400);
    scene.record({
      ...base,
      trace_name: "UpdateAlgorithmV2",
      operation_id: "ChangeAlgorithm",
      request: buildAlgorithmRequest(scene, name),
      response: { metadata: { id, name, update_time: scene.now } },
      code: 200,
    });
  }
  if (!scene.sometimes(0.6)) return;
  scene.waitForPeople(20, 2000);
  scene.record({
    ...base,
    trace_name: "DeleteAlgorithmV2",
    operation_id: "DeleteAlgorithm",
    request: "",
    response: "",
    code: 202,
  });
}

/** A training experiment: created, changed, deleted. */
export function experiment(scene: Scene): void {
  const { random } = scene;
  const id = random.uuid();
  const name = buildName(random, "experiment");
  const base = {
    resource_type: "Experiment",
    resource_name: name,
    resource_id: id,
    api_version: "v2",
  };
  const metadata = { name, description: buildDescription(random), workspace_id: "0" };
  const isCreated = scene.record({
    ...base,
    trace_name: "CreateExperiment",
    operation_id: "CreateTrainingExperiment",
    request: { metadata },
    response: { metadata: { id, ...metadata, create_time: scene.now } },
    creates: true,
    code: 201,
  });
  if (!isCreated) return;
  if (scene.sometimes(0.6)) {
    scene.waitForPeople(2, 600);
    const description = buildDescription(random);
    scene.record({
      ...base,
      trace_name: "UpdateExperiment",
      operation_id: "UpdateTrainingExperiment",
      request: { metadata: { name, description } },
      response: { metadata: { id, name, description, update_time: scene.now } },
      code: 200,
    });
  }
  if (!scene.sometimes(0.5)) return;
  scene.waitForPeople(30, 2000);
  scene.record({
    ...base,
    trace_name: "DeleteExperiment",
    operation_id: "DeleteTrainingExperiment",
    request: "",
    response: "",
    code: 202,
  });
}
