import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  changeUserKey,
  fetchProjects,
  fetchUserKeys,
  fetchUsers,
  registerProject,
} from "../api-client/administration-api.ts";
import type { UserKeyChange } from "../api-client/administration-api.ts";
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

/** The access keys of a user. */
export function useUserKeys(name: string) {
  return useQuery({
    queryKey: [...usersKey, name, "access-keys"],
    queryFn: ({ signal }) => fetchUserKeys(name, signal),
  });
}

/** Disabling, enabling and deleting access keys of a user. */
export function useUserKeyChange(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: UserKeyChange) => changeUserKey(name, change),
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
