namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Names by which rule text would reach the machine. Nothing hangs on this list, since only listed
/// names have a meaning at all; it makes the message say plainly that the wish itself is refused.
/// </summary>
internal static class Reflective
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "GetType", "typeof", "Assembly", "Type", "Activator", "AppDomain", "MemberwiseClone",
        "GetHashCode", "Finalize", "ReferenceEquals", "Process", "File", "Directory", "Environment",
        "Console", "Thread", "Task", "GC", "Marshal", "Reflection", "System", "Regex", "Random",
        "Enumerable", "Queryable", "Range", "Repeat", "Now", "UtcNow", "Today", "Aggregate", "Cast",
        "OfType", "sizeof", "nameof", "stackalloc", "checked", "unchecked", "as", "is",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
