import { afterAll, beforeAll } from 'vitest'
import { openD1Store } from '../../db/store.ts'
import { openTestD1 } from '../support/d1.ts'
import { openMemoryStore } from '../support/memory-store.ts'
import { describeStore } from './store-contract.ts'

const memory = openMemoryStore()
describeStore('the store in memory', () => memory)

let d1: Awaited<ReturnType<typeof openTestD1>>
beforeAll(async () => {
  d1 = await openTestD1()
})
afterAll(() => d1.close())
describeStore('the store in D1', () => openD1Store(d1.database))
