// Wrong: if the letters of the words are the same, tries only the turn that brings the first or last fitting letter to the front.
#include <algorithm>
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string s, t;
    while (std::cin >> s >> t) {
        size_t first = s.find(t[0]), last = s.rfind(t[0]);
        bool found = false;
        for (size_t turn : {first, last}) {
            if (found || s.size() != t.size() || turn == std::string::npos) continue;
            std::string turned = s.substr(turn) + s.substr(0, turn);
            if (turned != t) continue;
            found = true;
            std::cout << turn << '\n';
        }
        if (!found) std::cout << "impossible\n";
    }
    return 0;
}
