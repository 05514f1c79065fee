using System.Text.Json;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>Whom an event names, on the quick way (<see cref="QuickEventReader"/>).</summary>
internal ref struct QuickSubject
{
    /// <summary>More are compared with one another by <see cref="SubjectReader"/>.</summary>
    private const int Most = 16;

    private string? id;
    private SubjectKind? kind;
    private string? role;
    private bool roleSeen;

    public static List<Named>? ReadList(ref QuickValues values, EventCatalogue catalogue)
    {
        if (values.Token != JsonTokenType.StartArray)
        {
            return null;
        }

        var named = new List<Named>();
        while (values.Next() != JsonTokenType.EndArray)
        {
            if (named.Count == Most || Read(ref values, catalogue) is not { } subject
                || named.Contains(subject))
            {
                return null;
            }

            named.Add(subject);
        }

        return named.Count > 0 ? named : null;
    }

    public static Named? Read(ref QuickValues values, EventCatalogue catalogue)
    {
        var read = new QuickSubject();
        if (values.Token != JsonTokenType.StartObject)
        {
            return null;
        }

        while (values.Next() == JsonTokenType.PropertyName)
        {
            if (!read.Take(ref values, catalogue))
            {
                return null;
            }
        }

        return read.kind is { } kind && read.id is { } id
            && kind.TryParse(id, out var subject, out _, values.Kept) ? new Named(read.role, subject) : null;
    }

    private bool Take(ref QuickValues values, EventCatalogue catalogue)
    {
        if (id is null && values.NameIs("id"u8))
        {
            values.Next();
            return (id = values.Id()) is not null;
        }

        var room = (stackalloc char[QuickValues.LongestWord]);
        if (kind is null && values.NameIs("kind"u8))
        {
            values.Next();
            return (kind = catalogue.SubjectKind(values.Word(room))) is not null;
        }

        if (roleSeen || !values.NameIs("role"u8))
        {
            return false;
        }

        roleSeen = true;
        return values.Next() == JsonTokenType.Null
            || (role = catalogue.Role(values.Word(room))) is not null;
    }
}
