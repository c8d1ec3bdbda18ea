namespace OwnedData.Schema.Model.Loading;

/// <summary>Reads `@paging` of a stored type or of an `@inverse`.</summary>
internal static class PagingReader
{
    /// <summary>The largest page a model can allow: a page is held in memory.</summary>
    public const int LargestPage = 1000;

    /// <summary>The defaults without the directive.</summary>
    public static Paging Read(DirectiveSet directives, SourceErrors errors)
    {
        var paging = new Paging();
        if (directives.Find("paging") is not { } directive)
        {
            return paging;
        }

        var max = directive.Integer("max") ?? Math.Max(paging.Max, directive.Integer("default") ?? 0);
        var size = directive.Integer("default") ?? Math.Min(paging.Default, max);
        if (max is < 1 or > LargestPage)
        {
            errors.Report(directive.At("max"), $"The largest page is {max}.", $"Write a `max` from 1 to {LargestPage}.");
        }
        else if (size < 1 || size > max)
        {
            errors.Report(directive.At("default"), $"The page size is {size}, the largest {max}.", $"Write a `default` from 1 to {max}.");
        }

        return new Paging(size, max);
    }
}
