using System.CommandLine;
using System.Reflection;
using CreditScoring.Cli;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Words;

/// <summary>Every word of <c>credit</c> is there in Chinese and in English.</summary>
public class BothLanguagesTests
{
    private static readonly HashSet<string> OnlyCode = ["Mend", "Of", "Away", "Outcome", "PackStatus", "OfOption"];

    [Test]
    public void Every_phrase_is_said_in_both()
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public;
        Type[] said = [typeof(Phrases), typeof(DrawPhrases), typeof(LawPhrases), typeof(ImportPhrases)];
        var phrases = said.SelectMany(type => type.GetFields(All)).Where(field => field.FieldType == typeof(Wording))
            .Select(field => (field.Name, (Wording)field.GetValue(null)!))
            .Concat(said.SelectMany(type => type.GetMethods(All)).Where(method => method.ReturnType == typeof(Wording) && !OnlyCode.Contains(method.Name))
                .Select(method => (method.Name, (Wording)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)))
            .ToArray();
        Assert.That(phrases, Has.Length.GreaterThan(60));
        Assert.Multiple(() =>
        {
            foreach (var (name, words) in phrases)
            {
                Assert.That(Sentences.IsChinese(words.Zh), $"{name}: {words.Zh}");
                Assert.That(words.En.Any(char.IsAsciiLetter) && !Sentences.IsChinese(words.En), $"{name}: {words.En}");
            }
        });
    }

    [Test]
    public void Every_verb_argument_and_option_says_what_it_is_for()
    {
        Assert.That(HelpWords.Of("", null)?.Zh, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var verb in All(Verbs.Root()).Where(verb => verb is not RootCommand))
            {
                var path = HelpPage.PathOf(verb);
                Has(path, null);
                foreach (var symbol in verb.Arguments.Cast<Symbol>().Concat(HelpPage.Options(verb)))
                {
                    Has(path, symbol.Name);
                }
            }
        });

        static void Has(string verb, string? name)
        {
            var words = HelpWords.Of(verb, name);
            Assert.That(words is { Zh.Length: > 0, En.Length: > 0 } both && Sentences.IsChinese(both.Zh), $"'{verb} {name}' stands in HelpWords");
        }
    }

    /// <summary>The root and every verb under it.</summary>
    public static IEnumerable<Command> All(Command verb) => verb.Subcommands.SelectMany(All).Prepend(verb);

    private static object? Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "x"
        : parameter.ParameterType == typeof(Wording) ? new Wording("文", "text")
        : parameter.ParameterType.IsAssignableFrom(typeof(string[])) ? new[] { "a", "b" }
        : Activator.CreateInstance(parameter.ParameterType);
}
