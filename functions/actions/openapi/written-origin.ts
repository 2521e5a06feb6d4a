/**
 * The origin that the build writes into the API's description and its page, for the Worker to put its own in its place:
 * one build serves any address, and reading a file takes a tenth of the CPU that writing it would.
 */
export const WRITTEN_ORIGIN = 'https://registry.invalid'
