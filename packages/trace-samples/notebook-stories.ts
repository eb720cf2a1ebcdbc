import { buildName } from "./resource-names.ts";
import { type Resource, buildResource } from "./resource-shapes.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";

const flavors = ["modelarts.vm.cpu.2u", "modelarts.vm.gpu.t4u8", "modelarts.bm.npu.arm.8snt9b3.d"];

function onNotebook(
  notebook: Resource,
  step: Pick<Step, "trace_name" | "code"> & Partial<Step>,
): Step {
  return {
    resource_type: "Notebook",
    resource_name: notebook.name,
    resource_id: notebook.id,
    api_version: "v1",
    ...step,
  };
}

/** The request, and mostly the system's report of its result some minutes later. */
function recordBoth(scene: Scene, step: Step, before: string, after: string): boolean {
  const { resource_id: id, resource_name: name } = step;
  if (!scene.record({ ...step, response: { id, name, status: before } })) return false;
  if (scene.random.chance(0.4)) return true;
  scene.wait(0.5, 5);
  return scene.record({
    ...step,
    code: 200,
    request: "",
    response: { id, name, status: after },
    bySystem: true,
    creates: false,
  });
}

/** A new notebook: created, opened, saved as an image, deleted. */
export function newNotebook(scene: Scene): void {
  const { random, site } = scene;
  const notebook = buildResource(random, "Notebook", site.project.project_id);
  const create = onNotebook(notebook, {
    trace_name: "createNotebook",
    operation_id: "CreateNotebook",
    request: {
      name: notebook.name,
      flavor: random.pickFirst(flavors),
      image_id: random.uuid(),
      volume: { category: "EVS", capacity: random.pick([5, 50, 100]), ownership: "MANAGED" },
      workspace_id: "0",
      auto_stop_enable: true,
    },
    creates: true,
    code: 201,
  });
  if (!recordBoth(scene, create, "CREATING", "RUNNING")) return;
  openNotebook(scene, notebook);
  if (random.chance(0.3)) saveNotebookImage(scene, notebook);
  scene.waitForPeople(60, 1500);
  if (random.chance(0.6)) {
    scene.record(onNotebook(notebook, { trace_name: "deleteNotebook", request: "", code: 200 }));
  }
}

/** A working day with a lasting notebook: started, opened, looked at, stopped. */
export function notebookDay(scene: Scene): void {
  const { random, site } = scene;
  const notebook = random.pickFirst(site.lasting("Notebook"));
  const request = { duration: 3_600_000 * random.between(1, 8), type: "timing" };
  const start = onNotebook(notebook, { trace_name: "startNotebook", request, code: 200 });
  if (!recordBoth(scene, start, "STARTING", "RUNNING")) return;
  openNotebook(scene, notebook);
  if (random.chance(0.15)) {
    const description = "enlarged for the new data";
    scene.wait(5, 60);
    scene.record(
      onNotebook(notebook, { trace_name: "updateNotebook", request: { description }, code: 200 }),
    );
  }
  scene.wait(30, 480);
  // Notebooks also stop by themselves when their time is over.
  if (random.chance(0.3)) {
    scene.record(onNotebook(notebook, { trace_name: "stopNotebook", code: 200, bySystem: true }));
  } else {
    const stop = onNotebook(notebook, { trace_name: "stopNotebook", request: "", code: 200 });
    recordBoth(scene, stop, "STOPPING", "STOPPED");
  }
}

function openNotebook(scene: Scene, notebook: Resource): void {
  scene.wait(0.5, 10);
  scene.record(onNotebook(notebook, { trace_name: "openNotebook", code: 200, risk: 0.02 }));
  if (scene.random.chance(0.4)) {
    scene.wait(1, 30);
    scene.record(
      onNotebook(notebook, {
        trace_name: "getNotebook",
        operation_id: "ShowNotebook",
        request: "",
        response: { id: notebook.id, name: notebook.name, status: "RUNNING" },
        read_only: true,
        risk: 0.02,
        code: 200,
      }),
    );
  }
}

function saveNotebookImage(scene: Scene, notebook: Resource): void {
  const { random } = scene;
  const name = buildName(random, "image");
  scene.wait(20, 300);
  const step: Step = {
    trace_name: "createNotebookImage",
    resource_type: "NotebookImage",
    resource_name: name,
    resource_id: random.uuid(),
    api_version: "v1",
    request: { name, namespace: "aurora", tag: `v${random.between(1, 9)}`, notebook: notebook.id },
    creates: true,
    code: 201,
  };
  recordBoth(scene, step, "CREATING", "ACTIVE");
}
