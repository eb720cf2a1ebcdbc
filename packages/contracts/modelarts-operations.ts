/** An operation of ModelArts that CTS records. */
export interface ModelArtsOperation {
  /** What a person did, as the vendor's guide says it. */
  readonly operation: string;
  readonly resource_type: string;
  readonly trace_name: string;
}

/**
 * "Key training job operations traced by CTS": Table 1 of the guide "Using CTS to Audit ModelArts"
 * (2026-05-30), complete and in its order.
 */
export const guideOperations: readonly ModelArtsOperation[] = [
  { operation: "Creating a training job", resource_type: "JobV2", trace_name: "CreateJobV2" },
  { operation: "Modifying a training job", resource_type: "JobV2", trace_name: "UpdateJobV2" },
  { operation: "Deleting a training job", resource_type: "JobV2", trace_name: "DeleteJobV2" },
  { operation: "Stopping a training job", resource_type: "JobV2", trace_name: "StopJobV2" },
  {
    operation: "Creating an algorithm",
    resource_type: "AlgorithmV2",
    trace_name: "CreateAlgorithmV2",
  },
  {
    operation: "Modifying an algorithm",
    resource_type: "AlgorithmV2",
    trace_name: "UpdateAlgorithmV2",
  },
  {
    operation: "Deleting an algorithm",
    resource_type: "AlgorithmV2",
    trace_name: "DeleteAlgorithmV2",
  },
  {
    operation: "Creating an image saving task of a training job",
    resource_type: "SaveImageTask",
    trace_name: "CreateSaveImageTask",
  },
  { operation: "Adding a training job tag", resource_type: "JobV2", trace_name: "CreateJobTags" },
  {
    operation: "Deleting tags of a training job",
    resource_type: "JobV2",
    trace_name: "DeleteJobTags",
  },
  {
    operation: "Submitting a diagnosis task",
    resource_type: "DiagnosisTask",
    trace_name: "CreateDiagnosisTask",
  },
  {
    operation: "Creating a training experiment",
    resource_type: "Experiment",
    trace_name: "CreateExperiment",
  },
  {
    operation: "Updating a training experiment",
    resource_type: "Experiment",
    trace_name: "UpdateExperiment",
  },
  {
    operation: "Deleting a training experiment",
    resource_type: "Experiment",
    trace_name: "DeleteExperiment",
  },
];

/** The service_type of ModelArts traces, matched case-sensitively. */
export const modelArtsService = "ModelArts";
