// Wrong: a name that is not on the list gets the number 0, which belongs to the first person of the list.
#include <iostream>
#include <map>
#include <queue>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    std::cin >> n;
    std::map<std::string, int> number;
    std::vector<std::vector<int>> known;
    auto add = [&](const std::string &name) {
        auto [it, added] = number.emplace(name, int(known.size()));
        if (added) known.emplace_back();
        return it->second;
    };
    std::string a, b;
    for (int i = 0; i < n; i++) {
        std::cin >> a >> b;
        int x = add(a), y = add(b);
        known[x].push_back(y);
        known[y].push_back(x);
    }
    std::cin >> a >> b;
    int s = number[a], t = number[b];
    std::vector<int> day(known.size(), -1);
    std::queue<int> queue;
    day[s] = 0;
    queue.push(s);
    while (!queue.empty()) {
        int x = queue.front();
        queue.pop();
        for (int y : known[x]) {
            if (day[y] != -1) continue;
            day[y] = day[x] + 1;
            queue.push(y);
        }
    }
    std::cout << day[t] << '\n';
    return 0;
}
