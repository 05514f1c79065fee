using System.Collections.Frozen;
using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>Names by codes, from a table that lies beside the code: code, name, English name.</summary>
internal static class CodeTable
{
    public static FrozenDictionary<string, Wording> Read(string file)
    {
        using var reader = new StreamReader(
            typeof(CodeTable).Assembly.GetManifestResourceStream($"Enterprises/{file}")!);
        var names = new Dictionary<string, Wording>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('\t');
                names.Add(parts[0], new Wording(parts[1], parts[2]));
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
