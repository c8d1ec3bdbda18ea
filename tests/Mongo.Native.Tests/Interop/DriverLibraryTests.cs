using System.Reflection;
using System.Runtime.InteropServices;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests.Interop;

public sealed class DriverLibraryTests
{
    [Fact]
    public void Both_lines_of_the_driver_are_looked_for_the_older_first() =>
        Assert.Equal(["libmongoc-1.0.so.0", "libmongoc2.so.2", "mongoc-1.0", "mongoc2"], DriverLibrary.Names.AsEnumerable());

    [Fact]
    public void A_library_that_is_not_there_is_no_error_until_it_is_needed() => Assert.Equal(0, DriverLibrary.Find(["libmongoc-none.so.9", "mongoc-none"]));

    [DriverFact]
    public void Every_function_that_is_called_is_in_this_driver()
    {
        var names = typeof(Libmongoc).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(method => method.Name).ToList();
        var driver = DriverLibrary.Find(DriverLibrary.Names);

        Assert.Contains("mongoc_init", names);
        Assert.Equal([], names.Where(name => !NativeLibrary.TryGetExport(driver, name, out _)));
    }
}
