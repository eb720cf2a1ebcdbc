/** What stands around every page: top bar, navigation, menus, and addresses that lead nowhere. */
export const texts = {
  part: "shell" as const,
  english: {
    skip: "Skip to main content",
    service: "Cloud Trace Service",
    loading: "Loading…",
    pages: {
      traceList: "Trace List",
      overview: "Overview",
      trackerList: "Tracker List",
      notifications: "Key Event Notifications",
      traceStructure: "Trace Structure",
      account: "My account",
      users: "Users",
      projects: "Projects",
    },
    account: (user: string) => `Account: ${user}`,
    shortcuts: "Keyboard shortcuts",
    signOut: "Sign out",
    signOutFailed: (reason: string) => `Signing out failed: ${reason}`,
    noAnswer: "Trace Console does not answer",
    project: "Project",
    selectProject: "Select a project",
    region: "Region",
    selectRegion: "Select a region",
    noSuchRegion: "No such region",
    regionsWithTraces: "Regions with traces",
    otherRegions: "Other regions",
    traces: (count: number) => `${count.toLocaleString("en")} traces`,
    regionsFailed: "The regions could not be loaded",
    goToTraces: "Go to a region with traces",
    noProjects: "There is no project for you yet",
    askForAccess:
      "You are signed in, but no role of yours is for a project with traces. Ask an administrator of this console to give you one, such as CTS ReadOnlyAccess in the project that you want to read.",
    /** For those who register projects themselves. */
    registerOne:
      "An import registers the projects of its traces by itself; without traces, register one under Projects. Where there are projects already, no role of yours is for them: another administrator can give you one.",
    goToProjects: "Go to Projects",
    askAdministrator:
      "If somebody sent you this link, ask an administrator of this console for a role in its project.",
    noProjectIn: (region: string) => `No project of yours in ${region}`,
    chooseRegion: "Choose another region in the upper left corner.",
    unknownRegion: "The address names an unknown region",
    noRegion: {
      before: "There is no region ",
      after: ". Choose one in the upper left corner.",
    },
    unknownProject: "The address names an unknown project",
    noProject: {
      before: (_region: string) => "There is no project ",
      after: (region: string) =>
        ` for you in ${region}: it does not exist, or no role of yours is for it.`,
    },
    showDefaultProject: "Show the default project",
    notFound: "Page not found",
    noPage: "There is no page at this address",
    goToTraceList: "Go to the Trace List",
    appearance: "Language and appearance",
    language: "Language",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "As the system" },
  },
};
