// The peer of the benchmark "hr": the textbook algorithm in plain C++, on the same instance file.
// Prints one line: milliseconds for the ranks, for the proposals, and how many were matched.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <queue>
#include <vector>

int main(int count, char** words) {
  if (count != 2) return 2;
  std::ifstream in(words[1], std::ios::binary | std::ios::ate);
  std::vector<int32_t> file(static_cast<size_t>(in.tellg()) / 4);
  in.seekg(0);
  in.read(reinterpret_cast<char*>(file.data()), static_cast<std::streamsize>(file.size() * 4));
  const int n = file[1], m = file[2], entries = file[3];
  const int32_t* own = file.data() + 4;
  const int32_t* list = own + n + 1;
  const int32_t* seats = list + entries;
  const int32_t* start = seats + m;
  const int32_t* ranking = start + m + 1;
  const auto now = [] { return std::chrono::steady_clock::now(); };
  const auto since = [&](auto from) {
    return std::chrono::duration<double, std::milli>(now() - from).count();
  };

  auto began = now();
  std::vector<int32_t> rank(entries, -1);
  for (int place = 0; place < m; ++place) {
    for (int at = start[place]; at < start[place + 1]; ++at) {
      const int who = ranking[at];
      for (int entry = own[who]; entry < own[who + 1]; ++entry) {
        if (list[entry] == place) rank[entry] = at - start[place];
      }
    }
  }
  const double ranks = since(began);

  began = now();
  std::vector<std::priority_queue<std::pair<int32_t, int32_t>>> held(m);
  std::vector<int32_t> next(own, own + n), waiting;
  for (int who = n; who-- > 0;) waiting.push_back(who);
  long matched = 0;
  while (!waiting.empty()) {
    const int who = waiting.back();
    waiting.pop_back();
    while (next[who] < own[who + 1]) {
      const int entry = next[who]++;
      if (rank[entry] < 0) continue;
      auto& here = held[list[entry]];
      if (static_cast<int>(here.size()) < seats[list[entry]]) {
        here.emplace(rank[entry], who);
        ++matched;
        break;
      }
      if (here.empty() || here.top().first < rank[entry]) continue;
      waiting.push_back(here.top().second);
      here.pop();
      here.emplace(rank[entry], who);
      break;
    }
  }
  std::printf("{\"ranks_ms\":%.1f,\"solve_ms\":%.1f,\"matched\":%ld}\n", ranks, since(began), matched);
}
