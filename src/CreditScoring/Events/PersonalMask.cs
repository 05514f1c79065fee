using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>
/// Events as those see them who have no need of personal data (个人信息遮蔽): fields that the catalogue calls
/// personal say <see cref="Text"/>, and so do the names of natural persons; of numbers of residents and of
/// mobile phones in any other free text stars stand for the digits. No rule reads such a field, so that a
/// file of masked events stands where the whole one stands.
/// </summary>
/// <param name="catalogues">
/// That which reads the events, and that of today where it is another one: what is personal today is so in
/// what was known before anybody had said so.
/// </param>
public sealed class PersonalMask(params IReadOnlyList<EventCatalogue> catalogues)
{
    public const string Text = "***";

    /// <summary>The fields of a profile by which people are called.</summary>
    private static readonly string[] Names = ["name", "formerNames"];

    /// <summary>The events of one subject's file, masked.</summary>
    public List<RegulatoryEvent> Of(Subject subject, IReadOnlyList<RegulatoryEvent> events)
    {
        var isPerson = catalogues.Any(each => each.SubjectKind(subject.Kind) is { IsPersonal: true });
        return [.. events.Select(each => each with
        {
            Document = each.Document is { } document ? WithoutNumbers(document) : null,
            Values = Row(each.Kind.Fields, each.Values, field => AlikeOf(field.Name), isPerson),
        })];
    }

    /// <summary>A text without numbers of residents and of mobile phones.</summary>
    public static string WithoutNumbers(string text) => MobileNumber.Masked(ResidentNumber.Masked(text));

    /// <summary>What the catalogues say of a field of that name, in whichever kind.</summary>
    private IEnumerable<EventField> AlikeOf(string name) =>
        catalogues.Select(each => each.FieldTypeOf(name)).OfType<EventField>();

    /// <param name="alike">Declarations of a field beside its own.</param>
    private static object?[] Row(
        IReadOnlyList<EventField> fields, object?[] row, Func<EventField, IEnumerable<EventField>> alike,
        bool isPerson)
    {
        var masked = new object?[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            masked[i] = Value([fields[i], .. alike(fields[i])], row[i], isPerson);
        }

        return masked;
    }

    /// <param name="declared">The field's own declaration first.</param>
    private static object? Value(IReadOnlyList<EventField> declared, object? value, bool isPerson)
    {
        var own = declared[0];
        var isHidden = declared.Any(each => each.IsPersonal) || (isPerson && Names.Contains(own.Name));
        return value switch
        {
            string text => isHidden ? Text : own.Values is null ? WithoutNumbers(text) : text,
            string[] texts => texts.Select(text => isHidden ? Text : WithoutNumbers(text)).ToArray(),
            object?[][] rows => rows.Select(row => Row(
                own.Fields, row,
                inner => declared.SelectMany(each => each.Fields).Where(each => each.Name == inner.Name),
                isPerson)).ToArray(),
            _ => value,
        };
    }
}
