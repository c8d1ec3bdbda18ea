import { BatchHttpLink } from '@apollo/client/link/batch-http';

/** In place of the HttpLink: what is asked within 10 ms goes in one request, where the server's `GraphQL:MaximumBatch` is 5 or more. */
export const createBatchLink = ({ url, fetch }) => new BatchHttpLink({ uri: url, batchMax: 5, batchInterval: 10, fetch });
