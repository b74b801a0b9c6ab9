import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createBodyRoom } from './body-room.ts'

const mebibyte = 1024 * 1024

describe('the room for bodies', () => {
  test('is filled by many, each of whom is given it back when they leave', () => {
    const room = createBodyRoom(100 * mebibyte)
    const places = ['a', 'b', 'c', 'd', 'e'].map((network) => room.enter(network))
    assert.deepEqual(
      places.map((place) => place.take(30 * mebibyte)),
      [true, true, true, false, false],
    )
    places[0]!.leave()
    places[0]!.leave()
    assert.equal(places[3]!.take(30 * mebibyte), true)
    assert.equal(places[4]!.take(30 * mebibyte), false)
  })

  test('of one network is half, so that others find room', () => {
    const room = createBodyRoom(100 * mebibyte)
    const many = Array.from({ length: 10 }, () => room.enter('one'))
    assert.equal(many.filter((place) => place.take(20 * mebibyte)).length, 2)
    assert.equal(room.enter('another').take(40 * mebibyte), true)
  })

  test('takes a form without files however full it is, and one large body of whoever is alone', () => {
    const room = createBodyRoom(10 * mebibyte)
    const large = room.enter('one')
    assert.equal(large.take(50 * mebibyte), true)
    assert.equal(room.enter('two').take(mebibyte), false)
    assert.equal(room.enter('two').take(100 * 1024), true)
    large.leave()
    assert.equal(room.enter('three').take(mebibyte), true)
  })

  test('never holds more than it has beside one that was alone, and is empty in the end', () => {
    const step = fc.record({
      network: fc.constantFrom('a', 'b', 'c'),
      bytes: fc.integer({ min: 1, max: 40 * mebibyte }),
      leaves: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const room = createBodyRoom(100 * mebibyte)
        const inside = new Set<{ leave(): void; bytes: number }>()
        for (const { network, bytes, leaves } of steps) {
          const place = room.enter(network)
          if (place.take(bytes)) inside.add({ leave: place.leave, bytes })
          const held = [...inside].reduce((sum, each) => sum + each.bytes, 0)
          const small = [...inside].filter((each) => each.bytes <= 128 * 1024).length
          assert.ok(held <= 100 * mebibyte + small * 128 * 1024)
          const [first] = inside
          if (leaves && first) {
            first.leave()
            inside.delete(first)
          }
        }
        for (const each of inside) each.leave()
        assert.equal(room.enter('z').take(90 * mebibyte), true)
        assert.equal(room.enter('y').take(90 * mebibyte), false)
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})
