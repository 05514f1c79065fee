using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace CreditScoring.Events;

/// <summary>How an event that arrives stands to one that is kept.</summary>
public enum Repeat
{
    /// <summary>Another event.</summary>
    None,

    /// <summary>The same id with the same content.</summary>
    Duplicate,

    /// <summary>The same id with other content.</summary>
    Conflict,
}

/// <summary>
/// The content of an event in one fixed form: compact JSON, properties in a fixed order, fields by
/// name, defaults written out, numbers normalised. <see cref="EventReader"/> reads it back.
/// </summary>
public sealed record CanonicalEvent
{
    /// <summary>The places of fields in the order of their names, by the fields of a kind.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<EventField>, int[]> ByName = [];

    private CanonicalEvent(EventId id, string text)
    {
        Id = id;
        Text = text;
    }

    public EventId Id { get; }

    public string Text { get; }

    /// <summary>SHA-256 of the text in UTF-8, 64 small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static CanonicalEvent Of(RegulatoryEvent known)
    {
        var text = new CanonicalText().Open('{').Text("id", known.Id.Id);
        // A case leaves its source out; so does its canonical text.
        text.Text("source", known.Id.Source.Length == 0 ? null : known.Id.Source);
        if (known.Sequence is { } sequence)
        {
            text.Name("sequence").Number(sequence);
        }

        text.Text("kind", known.Kind.Name);
        Subjects(text, known.Subjects);
        text.Day("occurredOn", known.OccurredOn).Day("decidedOn", known.DecidedOn)
            .Text("region", known.Region).Text("document", known.Document);
        if (known.ActsOn is { } target)
        {
            Target(text.Name("actsOn"), target, known.Id.Source);
        }

        text.Name("data");
        Row(text, known.Kind.Fields, known.Values, known.Id.Source);
        return new CanonicalEvent(known.Id, text.Close('}').End());
    }

    /// <summary>How this event, arriving, stands to one that is kept.</summary>
    public Repeat Against(CanonicalEvent kept) => Of(Id, Hash, kept.Id, kept.Hash);

    /// <summary>The same by the hashes of their contents: the one place where this is decided.</summary>
    public static Repeat Of(EventId id, string hash, EventId keptId, string keptHash) =>
        id != keptId ? Repeat.None : hash == keptHash ? Repeat.Duplicate : Repeat.Conflict;

    public override string ToString() => Text;

    private static void Subjects(CanonicalText text, IReadOnlyList<Named> subjects)
    {
        if (subjects.Count == 1)
        {
            Subject(text.Name("subject"), subjects[0]);
        }
        else if (subjects.Count > 1)
        {
            text.Name("subjects").Open('[');
            foreach (var named in subjects)
            {
                Subject(text.Item(), named);
            }

            text.Close(']');
        }
    }

    private static void Subject(CanonicalText text, Named named) =>
        text.Open('{').Text("role", named.Role)
            .Text("kind", named.Subject.Kind).Text("id", named.Subject.Id).Close('}');

    private static void Target(CanonicalText text, EventId target, string source)
    {
        if (target.Source == source)
        {
            text.Quoted(target.Id);
        }
        else
        {
            text.Open('{').Text("source", target.Source).Text("id", target.Id).Close('}');
        }
    }

    // By name, not in the catalogue's order: that may change, and must not make a conflict.
    private static void Row(
        CanonicalText text, IReadOnlyList<EventField> fields, object?[] values, string source)
    {
        text.Open('{');
        foreach (var place in ByName.GetValue(fields, Ordered))
        {
            if (values[place] is { } value)
            {
                text.Name(fields[place].Name);
                Value(text, fields[place], value, source);
            }
        }

        text.Close('}');
    }

    /// <summary>The places of fields in the order of their names.</summary>
    internal static int[] Ordered(IReadOnlyList<EventField> fields) =>
        [.. Enumerable.Range(0, fields.Count).OrderBy(place => fields[place].Name, StringComparer.Ordinal)];

    private static void Value(CanonicalText text, EventField field, object value, string source)
    {
        switch (value)
        {
            case string words: text.Quoted(words); break;
            case decimal number: text.Number(number); break;
            case bool truth: text.Truth(truth); break;
            case DateOnly day: text.Day(day); break;
            case EventId target: Target(text, target, source); break;
            case NoValue: text.Null(); break;
            case string[] texts: Items(text, texts, words => text.Quoted(words)); break;
            case object?[][] rows:
                Items(text, rows, row => Row(text, field.Fields, row, source));
                break;
            default: throw new InvalidOperationException($"{field.Name} has a {value.GetType()}");
        }
    }

    private static void Items<T>(CanonicalText text, IEnumerable<T> items, Action<T> write)
    {
        text.Open('[');
        foreach (var item in items)
        {
            text.Item();
            write(item);
        }

        text.Close(']');
    }
}
