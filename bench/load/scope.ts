/** The one account and the one project of the load. */
export const loadDomain = { name: "aurora_robotics", id: "7e0d78c85f3a4d18b6c4f02d0b9b7cba" };
export const loadProject = "07066c6fc90025a02f6dc01e105b286e";
