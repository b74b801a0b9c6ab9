// The runner of tests follows every promise to know which test it belongs to, which costs more than most promises do.
// Required before tests that make millions, it leaves promises alone: what nobody catches is then told without its test.
// Needs --expose-internals; a Node that does otherwise than expected goes on as it would.
const { createHook } = require('node:async_hooks')
const { getHookArrays } = require('internal/async_hooks')

const leavesPromises = Object.getOwnPropertySymbols(createHook({})).find(
  ({ description }) => description === 'kNoPromiseHook',
)
for (const hook of leavesPromises ? [...getHookArrays()[0]] : []) {
  hook.disable()
  hook[leavesPromises] = true
  hook.enable()
}
