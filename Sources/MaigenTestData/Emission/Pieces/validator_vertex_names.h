// Vertices by their names, counted from 0.
struct VertexNames {
    map<string, long long> numbers;

    // The first n names.
    VertexNames(const vector<string>& names, long long n) {
        ensuref((long long)names.size() >= n, "There are fewer names than vertices");
        for (long long v = 0; v < n; v++) numbers.emplace(names[v], v);
    }

    // Reads the name of a vertex.
    long long read(const string& label) const {
        const string name = inf.readToken();
        const auto found = numbers.find(name);
        ensuref(found != numbers.end(), "%s is \"%s\", which is none of the names", label.c_str(), name.c_str());
        return found->second;
    }
};
