@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package broken.cellar;
