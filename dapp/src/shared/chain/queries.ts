// For pages that ask the contracts something. Not provided from the top, so that the first page loads without it.
import { QueryClient } from "@tanstack/react-query";

export const queryClient = new QueryClient();
