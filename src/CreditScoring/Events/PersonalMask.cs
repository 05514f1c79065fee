using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>
/// Events as those see them who have no need of personal data (个人信息遮蔽): fields that the catalogue calls
/// personal say <see cref="Text"/>, and so do the names of natural persons; of numbers of residents and of
/// mobile phones in any other free text stars stand for the digits. No rule reads such a field, so that a
/// file of masked events stands where the whole one stands.
/// </summary>
public sealed class PersonalMask(EventCatalogue catalogue)
{
    public const string Text = "***";

    /// <summary>The fields of a profile by which people are called.</summary>
    private static readonly string[] Names = ["name", "formerNames"];

    /// <summary>The events of one subject's file, masked.</summary>
    public List<RegulatoryEvent> Of(Subject subject, IReadOnlyList<RegulatoryEvent> events)
    {
        var isPerson = catalogue.SubjectKind(subject.Kind) is { IsPersonal: true };
        return [.. events.Select(each => each with
        {
            Document = each.Document is { } document ? WithoutNumbers(document) : null,
            Values = Row(each.Kind.Fields, each.Values, isPerson),
        })];
    }

    /// <summary>A text without numbers of residents and of mobile phones.</summary>
    public static string WithoutNumbers(string text) => MobileNumber.Masked(ResidentNumber.Masked(text));

    private static object?[] Row(IReadOnlyList<EventField> fields, object?[] row, bool isPerson)
    {
        var masked = new object?[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            masked[i] = Value(fields[i], row[i], isPerson);
        }

        return masked;
    }

    private static object? Value(EventField field, object? value, bool isPerson)
    {
        var isHidden = field.IsPersonal || (isPerson && Names.Contains(field.Name));
        return value switch
        {
            string text => isHidden ? Text : field.Values is null ? WithoutNumbers(text) : text,
            string[] texts => texts.Select(text => isHidden ? Text : WithoutNumbers(text)).ToArray(),
            object?[][] rows => rows.Select(row => Row(field.Fields, row, isPerson)).ToArray(),
            _ => value,
        };
    }
}
