using System.Runtime.CompilerServices;
using CreditScoring.SecondOpinion;
using CreditScoring.Tests.Histories;
using NUnit.Framework;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>A book that is read anew makes types for the package; those of the former go with it.</summary>
[NonParallelizable]
public class ReadAgainTests
{
    private const int Times = 30;

    private const string Points = """
        [ { "RuleName": "late", "Expression": "happened.kind == \"act\" && events.Any(e => e.from > happened.from.AddMonths(-3) && !events.Any(x => x.actsOn == e))",
            "Properties": { "points": "entries.Sum(e => e.points) + 1" } } ]
        """;

    [Test]
    public void Thirty_books_one_after_another_leave_no_types_behind()
    {
        Read();
        var before = Alive();
        for (var i = 0; i < Times; i++)
        {
            Read();
        }

        Assert.That(Alive(), Is.LessThanOrEqualTo(before + 2));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Read()
    {
        var seconding = new SecondingOf(new PackageEngine());
        Assert.That(OnePack.Read(seconding, ("points", Points)).Flaws.Select(flaw => flaw.ToString()), Is.Empty);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Alive()
    {
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return AppDomain.CurrentDomain.GetAssemblies()
            .Count(each => each.GetName().Name!.StartsWith("CreditScoring.Views.", StringComparison.Ordinal));
    }
}
