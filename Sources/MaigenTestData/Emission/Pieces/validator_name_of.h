// The name of an element in messages: a[17].
template <class... Indices>
string nameOf(const char* name, Indices... indices) {
    string text = name;
    ((text += "[" + to_string(indices) + "]"), ...);
    return text;
}
