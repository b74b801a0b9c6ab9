// The peer of the mentors' benchmark: LEMON's network simplex and cost scaling on the same instance file.
// Built by the benchmark with Debian's liblemon-dev; prints one line: milliseconds, cost, rows left outside.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <vector>

using namespace lemon;

template <class Solver>
void solve(const std::vector<int32_t>& file, int64_t outside) {
  const int rows = file[1], columns = file[2], arcs = file[3];
  const int32_t* start = file.data() + 4;
  const int32_t* column = start + rows + 1;
  const int32_t* cost = column + arcs;
  const int32_t* capacity = cost + arcs;
  SmartDigraph graph;
  graph.reserveNode(rows + columns + 1);
  graph.reserveArc(arcs + rows + columns);
  for (int node = 0; node < rows + columns + 1; ++node) graph.addNode();
  const auto sink = graph.nodeFromId(rows + columns);
  SmartDigraph::ArcMap<int64_t> costs(graph), capacities(graph);
  SmartDigraph::NodeMap<int64_t> supply(graph, 0);
  const auto add = [&](int from, SmartDigraph::Node to, int64_t price, int64_t most) {
    const auto arc = graph.addArc(graph.nodeFromId(from), to);
    costs[arc] = price;
    capacities[arc] = most;
    return arc;
  };
  std::vector<SmartDigraph::Arc> left;
  for (int row = 0; row < rows; ++row) {
    supply[graph.nodeFromId(row)] = 1;
    for (int arc = start[row]; arc < start[row + 1]; ++arc) {
      add(row, graph.nodeFromId(rows + column[arc]), cost[arc], 1);
    }
    left.push_back(add(row, sink, outside, 1));
  }
  for (int each = 0; each < columns; ++each) add(rows + each, sink, 0, capacity[each]);
  supply[sink] = -rows;

  const auto began = std::chrono::steady_clock::now();
  const auto cpu = std::clock();
  Solver solver(graph);
  solver.upperMap(capacities).costMap(costs).supplyMap(supply);
  const bool found = solver.run() == Solver::OPTIMAL;
  const double spent = 1000.0 * (std::clock() - cpu) / CLOCKS_PER_SEC;
  const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - began;
  int64_t outsiders = 0;
  for (const auto& arc : left) outsiders += solver.flow(arc);
  std::printf("{\"ms\":%.3f,\"cpu_ms\":%.3f,\"optimal\":%s,\"cost\":%lld,\"unmatched\":%lld}\n",
              passed.count(), spent, found ? "true" : "false",
              static_cast<long long>(solver.template totalCost<int64_t>()),
              static_cast<long long>(outsiders));
}

int main(int count, char** words) {
  if (count != 4) return 2;
  std::ifstream in(words[2], std::ios::binary | std::ios::ate);
  std::vector<int32_t> file(static_cast<size_t>(in.tellg()) / 4);
  in.seekg(0);
  in.read(reinterpret_cast<char*>(file.data()), static_cast<std::streamsize>(file.size() * 4));
  const int64_t outside = std::atoll(words[3]);
  if (std::strcmp(words[1], "simplex") == 0) {
    solve<NetworkSimplex<SmartDigraph, int64_t, int64_t>>(file, outside);
  } else {
    solve<CostScaling<SmartDigraph, int64_t, int64_t>>(file, outside);
  }
  return 0;
}
