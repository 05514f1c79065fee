using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;

namespace CreditScoring.Importing;

/// <summary>Mappings of the tables that bureaus exchange, by their names.</summary>
internal static class ReadyMappings
{
    private const string Prefix = "Ready.";

    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ReadyMappings).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Null: there is none of this name.</summary>
    public static SourceText? Of(string name)
    {
        using var octets = typeof(ReadyMappings).Assembly.GetManifestResourceStream(Prefix + name);
        if (octets is null)
        {
            return null;
        }

        using var text = new StreamReader(octets);
        return new SourceText($"{name}.json", text.ReadToEnd());
    }

    /// <summary>Those that fit a catalogue: a folder of rules may declare other kinds of events.</summary>
    public static IEnumerable<(string Name, Mapping Mapping)> FittingTo(EventCatalogue catalogue) =>
        from name in Names
        let mapping = Read(name, catalogue)
        where mapping is not null
        select (name, mapping);

    private static Mapping? Read(string name, EventCatalogue catalogue) =>
        MappingReader.Read(Of(name)!, catalogue, out _);
}
