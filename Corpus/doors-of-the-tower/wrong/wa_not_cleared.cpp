// Wrong: doors that stayed closed are left in the queue for the next test case.
#include <functional>
#include <iostream>
#include <queue>
#include <utility>
#include <vector>

std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> doors;

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int t;
    std::cin >> t;
    while (t--) {
        int n;
        long long power;
        std::cin >> n >> power;
        std::vector<int> a(n);
        for (auto &x : a) std::cin >> x;
        for (int i = 0; i < n; i++) {
            int b;
            std::cin >> b;
            doors.push({a[i], b});
        }
        // The sweep stops at the doors opened in this test case.
        for (int opened = 0; opened < n && !doors.empty() && doors.top().first <= power; opened++) {
            power += doors.top().second;
            doors.pop();
        }
        std::cout << power << '\n';
    }
    return 0;
}
