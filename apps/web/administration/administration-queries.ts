import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchProjects, fetchUsers, registerProject } from "../api-client/administration-api.ts";
import { performUserTask } from "./user-task.ts";

const usersKey = ["users"];
const projectsKey = ["projects"];

/** All users, with their roles. */
export function useUsers() {
  return useQuery({ queryKey: usersKey, queryFn: ({ signal }) => fetchUsers(signal) });
}

/** Adding, changing and deleting users; what is shown of them follows. */
export function useUserTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: performUserTask,
    onSettled: () => client.invalidateQueries({ queryKey: usersKey }),
  });
}

/** All registered projects. */
export function useProjects() {
  return useQuery({ queryKey: projectsKey, queryFn: ({ signal }) => fetchProjects(signal) });
}

/** Registering a project, which the top bar then offers as well. */
export function useRegisterProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: registerProject,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["regions"] });
      return client.invalidateQueries({ queryKey: projectsKey });
    },
  });
}
