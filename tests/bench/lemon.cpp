// The strongest peer we know of: LEMON's network simplex (block search), timed on an instance written by matching.ts.
// Build: g++ -O3 -march=native lemon.cpp -o lemon    Run: lemon <file>
// The file holds 32-bit integers: learners, educators, arcs, row offsets, educators, scores, capacities.
// A learner without a place costs more than all scores on any way of changes could win back.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <vector>

using Graph = lemon::SmartDigraph;
using Wide = long long;

static std::vector<int32_t> read(std::FILE* file, std::size_t count) {
  std::vector<int32_t> words(count);
  if (std::fread(words.data(), sizeof(int32_t), count, file) != count) throw "the file is too short";
  return words;
}

int main(int count, char** given) {
  if (count != 2) return 2;
  std::FILE* file = std::fopen(given[1], "rb");
  if (!file) return 2;
  const auto head = read(file, 3);
  const int learners = head[0], educators = head[1], arcs = head[2];
  const auto start = read(file, learners + 1), educator = read(file, arcs), score = read(file, arcs),
             capacity = read(file, educators);
  std::fclose(file);
  const Wide alone = 1000000000;

  Graph graph;
  graph.reserveNode(learners + educators + 1);
  graph.reserveArc(arcs + learners + educators);
  for (int at = 0; at <= learners + educators; at++) graph.addNode();
  const auto end = graph.nodeFromId(learners + educators);
  for (int l = 0; l < learners; l++)
    for (int at = start[l]; at < start[l + 1]; at++)
      graph.addArc(graph.nodeFromId(l), graph.nodeFromId(learners + educator[at]));
  for (int l = 0; l < learners; l++) graph.addArc(graph.nodeFromId(l), end);
  for (int e = 0; e < educators; e++) graph.addArc(graph.nodeFromId(learners + e), end);

  Graph::ArcMap<Wide> cost(graph, 0);
  Graph::ArcMap<int> most(graph, 1);
  Graph::NodeMap<int> supply(graph, 0);
  for (int at = 0; at < arcs; at++) cost[graph.arcFromId(at)] = 10000 - score[at];
  for (int l = 0; l < learners; l++) {
    cost[graph.arcFromId(arcs + l)] = alone;
    supply[graph.nodeFromId(l)] = 1;
  }
  for (int e = 0; e < educators; e++) most[graph.arcFromId(arcs + learners + e)] = capacity[e];
  supply[end] = -learners;

  const std::clock_t from = std::clock();
  lemon::NetworkSimplex<Graph, int, Wide> simplex(graph);
  simplex.upperMap(most).costMap(cost).supplyMap(supply);
  const auto outcome = simplex.run();
  const double seconds = double(std::clock() - from) / CLOCKS_PER_SEC;
  if (outcome != simplex.OPTIMAL) return 3;

  int unmatched = 0;
  Wide total = 0;
  for (int at = 0; at < arcs; at++)
    if (simplex.flow(graph.arcFromId(at)) > 0) total += 10000 - score[at];
  for (int l = 0; l < learners; l++) unmatched += simplex.flow(graph.arcFromId(arcs + l));
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  std::printf("{\"seconds\":%.4f,\"cost\":%lld,\"unmatched\":%d,\"megabytes\":%ld}\n", seconds, total, unmatched,
              used.ru_maxrss / 1024);
}
