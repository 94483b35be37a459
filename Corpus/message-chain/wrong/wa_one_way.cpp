// Wrong: lets the message pass only from the first person of a pair to the second.
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
    std::map<std::string, std::vector<std::string>> next;
    std::string a, b;
    for (int i = 0; i < n; i++) {
        std::cin >> a >> b;
        next[a].push_back(b);
    }
    std::cin >> a >> b;
    std::map<std::string, int> day;
    std::queue<std::string> queue;
    day[a] = 0;
    queue.push(a);
    while (!queue.empty()) {
        std::string x = queue.front();
        queue.pop();
        int d = day[x];
        for (auto &y : next[x]) {
            if (day.emplace(y, d + 1).second) queue.push(y);
        }
    }
    std::cout << (day.count(b) ? day[b] : -1) << '\n';
    return 0;
}
