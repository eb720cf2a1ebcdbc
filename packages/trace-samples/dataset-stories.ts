import { type Resource, buildResource } from "./resource-shapes.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";

function onDataset(
  dataset: Resource,
  step: Pick<Step, "trace_name" | "code"> & Partial<Step>,
): Step {
  return {
    resource_type: "Dataset",
    resource_name: dataset.name,
    resource_id: dataset.id,
    api_version: "v2",
    ...step,
  };
}

const labels = ["positive", "negative", "unsure", "合格", "不合格", "to_review"];

/** A dataset is created and filled; or a lasting one goes on being labelled and published. */
export function labelDataset(scene: Scene): void {
  const { random, site } = scene;
  const bucket = random.pickFirst(site.buckets);
  const isNew = random.chance(0.35);
  const target = isNew
    ? buildResource(random, "Dataset", site.project.project_id)
    : random.pickFirst(site.lasting("Dataset"));
  if (isNew) {
    const isCreated = scene.record(
      onDataset(target, {
        trace_name: "createDataset",
        operation_id: "CreateDataset",
        request: {
          dataset_name: target.name,
          dataset_type: random.pick([0, 1, 100, 101]),
          data_sources: [{ data_type: 0, data_path: `/${bucket}/${target.name}/` }],
          work_path: `/${bucket}/work/`,
        },
        response: { dataset_id: target.id },
        creates: true,
        code: 201,
      }),
    );
    if (!isCreated) return;
    scene.wait(1, 20);
    importSamples(scene, target, bucket);
    scene.wait(1, 30);
    const names = [random.pick(labels), "unknown"];
    scene.record(
      onDataset(target, {
        trace_name: "createLabel",
        request: { labels: names.map((name) => ({ name, type: 0 })) },
        response: { success: true },
        code: 200,
      }),
    );
  } else if (random.chance(0.3)) importSamples(scene, target, bucket);
  labelSamples(scene, target);
  if (random.chance(0.4)) publish(scene, target, bucket);
  if (isNew && random.chance(0.25)) {
    scene.waitForPeople(60, 2000);
    scene.record(onDataset(target, { trace_name: "deleteDataset", request: "", code: 204 }));
  }
}

function importSamples(scene: Scene, target: Resource, bucket: string): void {
  const task = scene.random.hex(12);
  const step = onDataset(target, {
    trace_name: "importSamplesToDataset",
    operation_id: "ImportTask",
    request: { import_path: `obs://${bucket}/${target.name}/`, import_type: "dir" },
    code: 200,
  });
  if (!scene.record({ ...step, response: { task_id: task } })) return;
  scene.wait(1, 15);
  const response = { task_id: task, status: "COMPLETED", imported: scene.random.between(40, 9000) };
  scene.record({ ...step, request: "", response, bySystem: true });
}

function labelSamples(scene: Scene, target: Resource): void {
  const { random } = scene;
  for (let left = random.int(6); left > 0; left -= 1) {
    scene.wait(0.2, 12);
    const sample = { sample_id: random.hex(32), labels: [{ name: random.pick(labels) }] };
    scene.record(
      onDataset(target, {
        trace_name: "updateSamples",
        operation_id: "UpdateSamples",
        request: { samples: [sample] },
        response: { success: true },
        risk: 0.02,
        code: 200,
      }),
    );
  }
}

function publish(scene: Scene, target: Resource, bucket: string): void {
  const { random } = scene;
  scene.waitForPeople(5, 200);
  const version = `V${String(random.between(1, 40)).padStart(3, "0")}`;
  scene.record(
    onDataset(target, {
      trace_name: "publishDatasetVersion",
      operation_id: "CreateDatasetVersion",
      request: { version_name: version, train_evaluate_sample_ratio: "0.8" },
      response: { version_id: random.hex(20) },
      code: 201,
    }),
  );
  if (random.chance(0.5)) {
    scene.wait(2, 30);
    scene.record(
      onDataset(target, {
        trace_name: "exportDataFromDataset",
        request: { path: `/${bucket}/export/${version}/`, export_type: 1 },
        response: { task_id: random.hex(12) },
        code: 200,
      }),
    );
  }
}
